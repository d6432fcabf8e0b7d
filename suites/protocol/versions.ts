import type { Message } from '../../specs/wire/wire.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { SpoiledArea, SpoiledCall } from './spoiled-call.ts'

/** Another version of the API, or none, in the header that names it. */
const versioned = (what: string, title: string, version: string | undefined): SpoiledCall => ({
  what,
  title,
  refusal: 'wire.unknown-version',
  applies: ({ refusals }) => refusals.refusals['wire.unknown-version'] !== undefined,
  spoil: () => ({ before: (message) => withVersion(message, version) }),
})

const withVersion = (message: Message, version: string | undefined): Message => {
  const headers = Object.entries(message.headers)
    .filter(([name]) => version !== undefined || !name.endsWith('-version'))
    .map(([name, value]) => [name, name.endsWith('-version') ? (version ?? value) : value])
  return { ...message, headers: Object.fromEntries(headers) as Message['headers'] }
}

/** The version of the API is one that it does not have. */
export const versions: SpoiledArea = {
  area: 'version',
  file: sourceOf(import.meta.url),
  source: ({ protocol }) => protocol.framing,
  calls: [
    versioned('unknown', 'A version that does not exist', '1999-12-31'),
    versioned('garbled', 'A version that is none', 'latest'),
    versioned('missing', 'A message that names no version', undefined),
  ],
}
