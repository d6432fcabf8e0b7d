import type { Step } from '../../specs/vendor/workflow.ts'
import { rowOf, sayingsOf, understand, type Understood } from '../../specs/vendor/dialect.ts'
import { scalarsIn } from '../../specs/contract/json.ts'
import { Unreadable } from '../../specs/vendor/lens.ts'
import type { Args, Item, ListVerb, Page, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Call, Client } from '../client/client.ts'
import type { Talk } from '../client/interaction.ts'
import { isTransient } from '../client/transient.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { takeDetour } from './run-workflow.ts'
import type { Principal } from '../client/target.ts'
import { NotSent, Unsettled } from '../verdict/cannot-go-on.ts'

type Needless<A> = Record<string, never> extends A ? [args?: A] : [args: A]

/** One method for each verb. */
export type Verbal = {
  readonly [V in Verb]: (...args: Needless<Args<V>>) => Promise<Outcome<Result<V>>>
}

/** An account at work on what stands: it says whatever was said before, also what breaks the contract. */
export type Hand = Verbal & { readonly id: string }

/**
 * An account that acts: `id` is its own, and there is one method per verb, neutral on both sides. What it
 * says fits the contract, except through `boldly`, where a command may break it on purpose. `principal` is
 * for those who speak the vendor's own words in its name.
 */
export type Actor = Verbal & {
  readonly id: string
  readonly principal: Principal
  readonly boldly: Hand
  /** says a call in the vendor's own words; whoever watches the verbs watches this, too */
  readonly literally: (call: Call) => Promise<Talk>
}

/** What an actor is about to say. */
export interface Said<V extends Verb = Verb> {
  readonly verb: V
  /**
   * what it is said with. A request in the vendor's own words may say a verb several times at once; what can not be
   * read as its arguments leaves this empty: nobody can tell what it does.
   */
  readonly all: readonly Args<V>[]
  /** every text and number that a request in the vendor's own words holds */
  readonly named?: readonly string[]
}

/** What watches an actor: sees every exchange, lets a verb happen or throws, learns what came of it. */
export interface Witness {
  readonly around: <T>(said: Said, perform: () => Promise<Outcome<T>>) => Promise<Outcome<T>>
  readonly heard: (talk: Talk) => void
}

/** An actor for a principal. */
export function actorOf(client: Client, principal: Principal, witness: Witness): Actor {
  const performer =
    (deliberate: boolean) =>
    <V extends Verb>(verb: V, args: Args<V>): Promise<Outcome<Result<V>>> =>
      witness.around({ verb, all: [args] }, () =>
        perform(client, { principal, witness, verb, args, deliberate }),
      )
  const boldly = verbal({ id: principal.account }, performer(true)) as Hand
  let sayings: Literal['sayings'] | undefined
  const literally = (call: Call): Promise<Talk> => {
    sayings ??= sayingsOf(client.vendor.dialect)
    return speak(client, { principal, witness, call, sayings })
  }
  return verbal({ id: principal.account, principal, boldly, literally }, performer(false)) as Actor
}

interface Literal {
  readonly principal: Principal
  readonly witness: Witness
  readonly call: Call
  /** what each operation may mean: worked out once for an actor, not at each call */
  readonly sayings: ReturnType<typeof sayingsOf>
}

/** What no verb says is nobody's to watch. */
const speak = async (client: Client, literal: Literal): Promise<Talk> => {
  const { witness, call } = literal
  const sayings = literal.sayings.get(call.operation)
  const [first] = sayings ?? []
  if (sayings === undefined || first === undefined) return hear(client, literal)
  const meant = understand(sayings, call.input) ?? { ...first, all: [] }
  let talk: Talk | undefined
  await witness.around({ ...meant, named: scalarsIn(call.input) }, async () => {
    talk = await hear(client, literal)
    return literalOutcome(client, meant, talk)
  })
  if (talk === undefined) throw new Error(`nobody let ${call.operation} happen`)
  return talk
}

const hear = async (client: Client, { principal, witness, call }: Literal): Promise<Talk> => {
  const talk = await client.call(principal, call)
  witness.heard(talk)
  return talk
}

/** What one operation comes to as a verb; where the verb takes several, the first does not tell what it made. */
const literalOutcome = (
  client: Client,
  { verb, row }: Understood,
  talk: Talk,
): Outcome<unknown> => {
  const outcome = outcomeOf<unknown>(client, talk, (output) => row.result.read(output))
  if (outcome.kind !== 'done' || client.vendor.detours?.[verb] === undefined) return outcome
  const { value: _partial, ...asked } = outcome
  return { ...asked, kind: 'hollow', problem: `${row.operation} is but one step of it` }
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

/** Says a verb: one operation, or several one after the other. */
const perform = async <V extends Verb>(
  client: Client,
  spoken: Spoken<V>,
): Promise<Outcome<Result<V>>> => {
  const detour = client.vendor.detours?.[spoken.verb]
  if (detour === undefined) return command(client, spoken)
  let begun = false
  let repeated = {}
  const say = async (step: Step): Promise<Outcome<unknown>> => {
    const outcome = await command(client, { ...spoken, ...step })
    begun = true
    if (outcome.repeated === true) repeated = { repeated: true }
    return outcome
  }
  try {
    return { ...(await takeDetour(detour(spoken.args), say)), ...repeated }
  } catch (error) {
    // of a verb whose first step was sent, something may be left
    throw begun && error instanceof NotSent ? new Unsettled(error.message) : error
  }
}

const command = async <V extends Verb>(
  client: Client,
  { principal, witness, verb, args, deliberate }: Spoken<V>,
): Promise<Outcome<Result<V>>> => {
  const row = rowOf(client.vendor.dialect, verb)
  if (row === undefined) throw new Error(`no operation of ${client.vendor.id} says ${verb}`)
  const { operation } = row
  const input = row.args.write(args)
  const talk = await client.call(principal, { operation, input, deliberate })
  witness.heard(talk)
  const outcome = outcomeOf(client, talk, (output) => row.result.read(output))
  const broken = outcome.kind === 'refused' && deliberate && client.breaks(operation, input)
  return broken ? { ...outcome, broken } : outcome
}

const repetitionOf = ({ repeated }: Pick<Talk, 'repeated'>): Pick<Talk, 'repeated'> =>
  repeated === undefined ? {} : { repeated }

/** What an exchange came to, its output read by `read`. */
export function outcomeOf<T>(
  client: Client,
  { reply, exchange, ...talk }: Talk,
  read: (output: Extract<Talk['reply'], { kind: 'output' }>['output']) => T,
): Outcome<T> {
  const asked = {
    operation: exchange.operation,
    exchange: exchange.id,
    ...repetitionOf(talk),
  }
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
  actor: Verbal,
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
