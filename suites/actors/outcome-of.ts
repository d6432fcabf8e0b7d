import { Unreadable } from '../../specs/vendor/lens.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalReply } from '../../specs/wire/wire.ts'
import type { Client } from '../client/client.ts'
import { lostText, type Interaction } from '../client/interaction.ts'
import { showsNothing } from '../client/trouble.ts'
import { hindranceIn } from '../verdict/hindrance.ts'
import type { Hindrance, Outcome } from '../verdict/outcome.ts'

/** What an answer comes to beside what a look showed. */
export function withFound<T>(
  answered: Outcome<T>,
  { found }: Pick<Interaction, 'found'>,
): Outcome<T> {
  if (found === undefined || answered.kind === 'done') return answered
  if (answered.kind === 'refused') return { ...answered, found }
  const { operation, exchange } = answered
  const value = found.value as T
  return { operation, exchange, repeated: true, looked: true, kind: 'done', value }
}

/** Why an answer decides nothing; undefined where it does. */
export function whyOpen(vendor: Vendor, { reply, untold }: Interaction): string | undefined {
  if (reply.kind === 'lost') return lostText(reply)
  if (untold === true) return `nobody can tell whether it was done: HTTP ${reply.status}`
  if (!showsNothing(vendor, reply)) return undefined
  const said = reply.kind === 'refusal' ? ` ${reply.code}` : ''
  return `still HTTP ${reply.status}${said} after every retry`
}

type Repetition = Pick<Interaction, 'repeated' | 'met'>

const repetitionOf = ({ repeated, met }: Repetition): Repetition => ({
  ...(repeated === true && { repeated }),
  ...(met !== undefined && { met }),
})

/** What an exchange came to, its output read by `read`; what a look showed besides is left out. */
export function outcomeOf<T>(
  client: Pick<Client, 'vendor'>,
  { reply, exchange, ...interaction }: Interaction,
  read: (output: Extract<Interaction['reply'], { kind: 'output' }>['output']) => T,
): Outcome<T> {
  const asked = {
    operation: exchange.operation,
    exchange: exchange.id,
    ...repetitionOf(interaction),
  }
  const open = whyOpen(client.vendor, { reply, exchange, ...interaction })
  if (open !== undefined || reply.kind === 'lost') {
    return { ...asked, kind: 'unsettled', problem: open ?? '', ...lastingIn(reply, interaction) }
  }
  switch (reply.kind) {
    case 'refusal':
      return {
        ...asked,
        kind: 'refused',
        reply,
        ...hindered(client.vendor, { operation: exchange.operation, reply }),
      }
    case 'garbled':
      return { ...asked, kind: 'garbled', problem: reply.problem }
    case 'unimplemented':
      return { ...asked, kind: 'unimplemented', problem: reply.how }
    case 'output':
      return { ...asked, ...readOutput(() => read(reply.output)) }
  }
}

const lastingIn = (
  reply: Interaction['reply'],
  { untold }: Pick<Interaction, 'untold'>,
): { readonly lasting?: RefusalReply } =>
  reply.kind === 'refusal' && untold !== true ? { lasting: reply } : {}

const hindered = (
  vendor: Vendor,
  refused: { readonly operation: string; readonly reply: RefusalReply },
): { readonly hindrance?: Hindrance } => {
  const hindrance = hindranceIn(vendor, refused)
  return hindrance === undefined ? {} : { hindrance }
}

type Readable<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'hollow'; readonly problem: string }

const readOutput = <T>(read: () => T): Readable<T> => {
  try {
    return { kind: 'done', value: read() }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { kind: 'hollow', problem: error.message }
  }
}
