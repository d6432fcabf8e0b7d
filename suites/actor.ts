import type { Step } from '../specs/detour.ts'
import { rowOf, verbOf } from '../specs/dialect.ts'
import { Unreadable } from '../specs/lens.ts'
import type { Args, Item, ListVerb, Page, Result, Verb } from '../specs/vocabulary.ts'
import type { Call, Client } from './client.ts'
import type { Talk } from './talk.ts'
import { isTransient } from './transient.ts'
import type { Outcome } from './outcome.ts'
import { takeDetour } from './take-detour.ts'
import type { Principal } from './target.ts'

type Needless<A> = Record<string, never> extends A ? [args?: A] : [args: A]

type Verbal = {
  readonly [V in Verb]: (...args: Needless<Args<V>>) => Promise<Outcome<Result<V>>>
}

/**
 * An account that acts: `id` is its own, and there is one method per verb, neutral on both sides. What it
 * says fits the contract, except through `boldly`, where a command may break it on purpose. `principal` is
 * for those who speak the vendor's own words in its name.
 */
export type Actor = Verbal & {
  readonly id: string
  readonly principal: Principal
  readonly boldly: Verbal
  /** says a call in the vendor's own words; whoever watches the verbs watches this, too */
  readonly literally: (call: Call) => Promise<Talk>
}

/** What watches an actor: sees every exchange, may refuse to let a verb happen, learns what was done. */
export interface Witness {
  readonly before: (verb: Verb, args: unknown) => Promise<void>
  readonly after: (verb: Verb, args: Args<Verb>, outcome: Outcome<unknown>) => void
  readonly heard: (talk: Talk) => void
}

/** An actor for a principal. */
export function actorOf(client: Client, principal: Principal, witness: Witness): Actor {
  const performer =
    (deliberate: boolean) =>
    async <V extends Verb>(verb: V, args: Args<V>): Promise<Outcome<Result<V>>> => {
      await witness.before(verb, args)
      const say = (step: Step): Promise<Outcome<unknown>> =>
        command(client, { principal, witness, ...step, deliberate })
      const detour = client.vendor.detours?.[verb]
      const outcome = (await (detour === undefined
        ? say({ verb, args })
        : takeDetour(detour(args), say))) as Outcome<Result<V>>
      witness.after(verb, args, outcome)
      return outcome
    }
  const boldly = verbal({}, performer(true))
  const literally = (call: Call): Promise<Talk> => speak(client, { principal, witness, call })
  return verbal({ id: principal.account, principal, boldly, literally }, performer(false)) as Actor
}

interface Literal {
  readonly principal: Principal
  readonly witness: Witness
  readonly call: Call
}

/** What can not be read as a verb's arguments was not meant: nobody could tell what it did. */
const speak = async (client: Client, { principal, witness, call }: Literal): Promise<Talk> => {
  const verb = verbOf(client.vendor.dialect, call.operation)
  const row = verb === undefined ? undefined : rowOf(client.vendor.dialect, verb)
  const args = row === undefined ? undefined : readOr(() => row.args.read(call.input))
  if (verb !== undefined) await witness.before(verb, args ?? {})
  const talk = await client.call(principal, call)
  witness.heard(talk)
  if (verb !== undefined && row !== undefined && args !== undefined) {
    witness.after(
      verb,
      args,
      outcomeOf<unknown>(client, talk, (output) => row.result.read(output)),
    )
  }
  return talk
}

const readOr = <T>(read: () => T): T | undefined => {
  const readable = readOutput(read)
  return readable.kind === 'done' ? readable.value : undefined
}

type Perform = <V extends Verb>(verb: V, args: Args<V>) => Promise<Outcome<Result<V>>>

/** Whatever is no member of its own is a verb; `then` is none, so that actors can be awaited. */
const verbal = (own: object, perform: Perform): Verbal =>
  new Proxy(own, {
    get: (target, property) =>
      typeof property === 'string' && !Object.hasOwn(target, property) && property !== 'then'
        ? (args: Args<Verb> = {}) => perform(property as Verb, args)
        : Reflect.get(target, property),
  }) as Verbal

interface Spoken<V extends Verb> {
  readonly principal: Principal
  readonly witness: Witness
  readonly verb: V
  readonly args: Args<V>
  readonly deliberate: boolean
}

const command = async <V extends Verb>(
  client: Client,
  { principal, witness, verb, args, deliberate }: Spoken<V>,
): Promise<Outcome<Result<V>>> => {
  const row = rowOf(client.vendor.dialect, verb)
  if (row === undefined) throw new Error(`no operation of ${client.vendor.id} says ${verb}`)
  const talk = await client.call(principal, {
    operation: row.operation,
    input: row.args.write(args),
    deliberate,
  })
  witness.heard(talk)
  return outcomeOf(client, talk, (output) => row.result.read(output))
}

/** What an exchange came to, its output read by `read`. */
export function outcomeOf<T>(
  client: Client,
  { reply, exchange }: Talk,
  read: (output: Extract<Talk['reply'], { kind: 'output' }>['output']) => T,
): Outcome<T> {
  const asked = { operation: exchange.operation, exchange: exchange.id }
  if (reply.kind === 'lost') return { ...asked, kind: 'unsettled', problem: reply.problem }
  if (isTransient(client.vendor, reply)) {
    const said = reply.kind === 'refusal' ? ` ${reply.code}` : ''
    const problem = `still HTTP ${reply.status}${said} after every retry`
    return { ...asked, kind: 'unsettled', problem }
  }
  switch (reply.kind) {
    case 'refusal':
      return { ...asked, kind: 'refused', reply }
    case 'garbled':
      return { ...asked, kind: 'garbled', problem: reply.problem }
    case 'unimplemented':
      return { ...asked, kind: 'unimplemented', problem: reply.how }
    case 'output':
      return { ...asked, ...readOutput(() => read(reply.output)) }
  }
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

/** Pages after which a list counts as endless. */
const pageLimit = 500

/**
 * Every entry of a list, page by page. A token that comes again, or more pages than a suite's own resources
 * can fill, makes it garbled: such a list never ends.
 */
export async function whole<V extends ListVerb>(
  actor: Actor,
  verb: V,
  args: Omit<Args<V>, 'token'>,
): Promise<Outcome<readonly Item<V>[]>> {
  const ask = actor[verb] as unknown as (args: object) => Promise<Outcome<Page<Item<V>>>>
  const items: Item<V>[] = []
  const seen = new Set<string>()
  let token: string | undefined
  for (let pages = 0; pages < pageLimit; pages += 1) {
    const outcome = await ask(token === undefined ? args : { ...args, token })
    if (outcome.kind !== 'done') return outcome
    items.push(...outcome.value.items)
    token = outcome.value.next
    if (token === undefined) return { ...outcome, value: items }
    if (seen.has(token))
      return {
        ...outcome,
        kind: 'garbled',
        problem: 'a page token comes twice: the list never ends',
      }
    seen.add(token)
  }
  const last = await ask(args)
  return { ...last, kind: 'garbled', problem: `the list has not ended after ${pageLimit} pages` }
}
