import { scalarsIn } from '../../specs/contract/json.ts'
import { rowOf, verbReadingsOf, understand, type Understood } from '../../specs/vendor/dialect.ts'
import { Unreadable } from '../../specs/vendor/lens.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Step } from '../../specs/vendor/workflow.ts'
import type { Args, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import type { RefusalReply } from '../../specs/wire/wire.ts'
import type { Call } from '../client/call.ts'
import type { Client } from '../client/client.ts'
import { lostText, type Interaction } from '../client/interaction.ts'
import type { Principal } from '../client/target.ts'
import { isTransient } from '../client/transient.ts'
import { NotSent, NotSettled } from '../verdict/cannot-go-on.ts'
import { hindranceIn } from '../verdict/hindrance.ts'
import type { Hindrance, Outcome } from '../verdict/outcome.ts'
import { runWorkflow } from './run-workflow.ts'

type Needless<A> = Record<string, never> extends A ? [args?: A] : [args: A]

/** One method for each verb. */
export type Verbal = {
  readonly [V in Verb]: (...args: Needless<Args<V>>) => Promise<Outcome<Result<V>>>
}

/** An account at work on what stands: it says whatever was said before, also what breaks the contract. */
export type Hand = Verbal & { readonly id: string }

/**
 * An account that acts: `id` is its own, and there is one method per verb, neutral on both sides. What it
 * says fits the contract, except through `unchecked`, where a command may break it on purpose. `principal` tells
 * how it signs.
 */
export type Actor = Verbal & {
  readonly id: string
  readonly principal: Principal
  readonly unchecked: Hand
  /** says a call in the vendor's own words; whoever watches the verbs watches this, too */
  readonly raw: (call: Call) => Promise<Interaction>
}

/** What an actor is about to say. */
export interface SpokenVerb<V extends Verb = Verb> {
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
  readonly around: <T>(said: SpokenVerb, perform: () => Promise<Outcome<T>>) => Promise<Outcome<T>>
  readonly heard: (interaction: Interaction) => void
}

/** An actor for a principal. */
export function actorOf(client: Client, principal: Principal, witness: Witness): Actor {
  const performer =
    (deliberate: boolean) =>
    <V extends Verb>(verb: V, args: Args<V>): Promise<Outcome<Result<V>>> =>
      witness.around({ verb, all: [args] }, () =>
        perform(client, { principal, witness, verb, args, deliberate }),
      )
  const unchecked = verbal({ id: principal.account }, performer(true)) as Hand
  let readings: RawCall['readings'] | undefined
  const raw = (call: Call): Promise<Interaction> => {
    readings ??= verbReadingsOf(client.vendor.dialect)
    return speak(client, { principal, witness, call, readings })
  }
  return verbal({ id: principal.account, principal, unchecked, raw }, performer(false)) as Actor
}

interface RawCall {
  readonly principal: Principal
  readonly witness: Witness
  readonly call: Call
  /** what each operation may mean: worked out once for an actor, not at each call */
  readonly readings: ReturnType<typeof verbReadingsOf>
}

/** What no verb says is nobody's to watch. */
const speak = async (client: Client, rawCall: RawCall): Promise<Interaction> => {
  const { witness, call } = rawCall
  const readings = rawCall.readings.get(call.operation)
  const [first] = readings ?? []
  if (readings === undefined || first === undefined) return hear(client, rawCall)
  const meant = understand(readings, call.input) ?? { ...first, all: [] }
  let interaction: Interaction | undefined
  await witness.around({ ...meant, named: scalarsIn(call.input) }, async () => {
    interaction = await hear(client, rawCall)
    return rawOutcome(client, meant, interaction)
  })
  if (interaction === undefined) throw new Error(`nobody let ${call.operation} happen`)
  return interaction
}

const hear = async (
  client: Client,
  { principal, witness, call }: RawCall,
): Promise<Interaction> => {
  const interaction = await client.call(principal, call)
  witness.heard(interaction)
  return interaction
}

/** What one operation comes to as a verb; where the verb takes several, the first does not tell what it made. */
const rawOutcome = (
  client: Client,
  { verb, row }: Understood,
  interaction: Interaction,
): Outcome<unknown> => {
  const outcome = outcomeOf<unknown>(client, interaction, (output) => row.result.read(output))
  if (outcome.kind !== 'done' || client.vendor.workflows?.[verb] === undefined) return outcome
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
  const workflow = client.vendor.workflows?.[spoken.verb]
  if (workflow === undefined) return command(client, spoken)
  let begun = false
  let repeated = {}
  const say = async (step: Step): Promise<Outcome<unknown>> => {
    const outcome = await command(client, { ...spoken, ...step })
    begun = true
    if (outcome.repeated === true) repeated = { repeated: true }
    return outcome
  }
  try {
    return { ...(await runWorkflow(workflow(spoken.args), say)), ...repeated }
  } catch (error) {
    // of a verb whose first step was sent, something may be left
    throw begun && error instanceof NotSent ? new NotSettled(error.message) : error
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
  const interaction = await client.call(principal, { operation, input, deliberate })
  witness.heard(interaction)
  const outcome = outcomeOf(client, interaction, (output) => row.result.read(output))
  const broken = outcome.kind === 'refused' && deliberate && client.breaks(operation, input)
  return broken ? { ...outcome, broken } : outcome
}

const repetitionOf = ({ repeated }: Pick<Interaction, 'repeated'>): Pick<Interaction, 'repeated'> =>
  repeated === undefined ? {} : { repeated }

/** What an exchange came to, its output read by `read`. */
export function outcomeOf<T>(
  client: Client,
  { reply, exchange, ...interaction }: Interaction,
  read: (output: Extract<Interaction['reply'], { kind: 'output' }>['output']) => T,
): Outcome<T> {
  const asked = {
    operation: exchange.operation,
    exchange: exchange.id,
    ...repetitionOf(interaction),
  }
  if (reply.kind === 'lost') return { ...asked, kind: 'unsettled', problem: lostText(reply) }
  if (isTransient(client.vendor, reply)) {
    const said = reply.kind === 'refusal' ? ` ${reply.code}` : ''
    const problem = `still HTTP ${reply.status}${said} after every retry`
    return { ...asked, kind: 'unsettled', problem }
  }
  switch (reply.kind) {
    case 'refusal':
      return { ...asked, kind: 'refused', reply, ...hindered(client.vendor, reply) }
    case 'garbled':
      return { ...asked, kind: 'garbled', problem: reply.problem }
    case 'unimplemented':
      return { ...asked, kind: 'unimplemented', problem: reply.how }
    case 'output':
      return { ...asked, ...readOutput(() => read(reply.output)) }
  }
}

const hindered = (vendor: Vendor, reply: RefusalReply): { readonly hindrance?: Hindrance } => {
  const hindrance = hindranceIn(vendor, reply)
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
