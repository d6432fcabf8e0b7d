import { sourceOf } from '../verdict/source-of.ts'
import { harmlessCall } from './proper-call.ts'
import type { ProperCall, SpoiledArea, Spoils } from './spoiled-call.ts'

type Rename = (name: string) => string | undefined

/** Another name for the operation, wherever the message has it. */
const renamed =
  (rename: Rename) =>
  ({ naming }: ProperCall): Spoils => ({
    before: (message) => {
      if (naming === undefined) return { ...message, path: rooted(rename(message.path)) }
      const { [naming]: value = '', ...others } = message.headers
      const name = rename(value)
      return { ...message, headers: name === undefined ? others : { ...others, [naming]: name } }
    },
  })

const rooted = (path = ''): string => `/${path.replace(/^\//u, '')}`

/** The operation's name is wrong: refused before anybody looks at the input. */
export const operationNames: SpoiledArea = {
  area: 'operation-name',
  file: sourceOf(import.meta.url),
  source: ({ protocol }) => protocol.framing,
  calls: [
    {
      what: 'unknown',
      title: 'An operation that does not exist',
      refusal: 'wire.unknown-operation',
      spoil: renamed((name) => name.replace(/[A-Za-z]+$/u, 'OrgproofUnknown')),
    },
    {
      what: 'lower-case',
      title: 'An operation in lower case',
      refusal: 'wire.unknown-operation',
      // paths are in lower case as they are
      applies: (vendor) => harmlessCall(vendor)?.naming !== undefined,
      spoil: renamed((name) => name.toLowerCase()),
    },
    {
      what: 'missing',
      title: 'A message that names no operation',
      refusal: 'wire.unknown-operation',
      bare: true,
      spoil: renamed(() => undefined),
    },
    {
      what: 'garbled',
      title: 'A name that is no operation of any service',
      refusal: 'wire.unknown-operation',
      bare: true,
      spoil: renamed(() => '/orgproof~garbled/'),
    },
    {
      what: 'another-service',
      title: 'The name of another service',
      refusal: 'wire.unknown-operation',
      bare: true,
      spoil: renamed((name) => `Orgproof${name.replace(/^\//u, '')}`),
    },
  ],
}
