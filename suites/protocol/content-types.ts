import { sourceOf } from '../verdict/source-of.ts'
import type { SpoiledArea, SpoiledCall } from './spoiled-call.ts'

const typed = (what: string, title: string, type: string | undefined): SpoiledCall => ({
  what,
  title,
  refusal: 'wire.wrong-content-type',
  bare: true,
  spoil: () => ({
    before: (message) => {
      const { 'content-type': _proper, ...others } = message.headers
      const headers = type === undefined ? others : { ...others, 'content-type': type }
      return { ...message, headers }
    },
  }),
})

/** The body is said to be something else than it is. */
export const contentTypes: SpoiledArea = {
  area: 'content-type',
  file: sourceOf(import.meta.url),
  source: ({ protocol }) => protocol.framing,
  calls: [
    typed('text', 'A body that is said to be plain text', 'text/plain'),
    typed('markup', 'A body that is said to be markup', 'application/xml'),
    typed('form', 'A body that is said to be a form', 'application/x-www-form-urlencoded'),
    typed('longer', 'A body of a type that only begins like JSON', 'application/jsonx'),
    typed('missing', 'A body of which nothing is said', undefined),
  ],
}
