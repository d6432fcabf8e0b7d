import { scalarsIn } from '../../specs/contract/json.ts'
import { verbReadingsOf, understand, type Understood } from '../../specs/vendor/dialect.ts'
import type { Args, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Call } from '../client/call.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Principal } from '../client/target.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { lookUpFor } from './look-up/look-ups.ts'
import { outcomeOf, withFound } from './outcome-of.ts'
import { sayVerb, seeing, type Self } from './say-verb.ts'
import type { Actor, Hand, Verbal, Witness } from './speaker.ts'

export type { Actor, Hand, Witness } from './speaker.ts'

/** An actor for a principal. */
export function actorOf(client: Client, principal: Principal, witness: Witness): Actor {
  const performer =
    (deliberate: boolean) =>
    <V extends Verb>(verb: V, args: Args<V>): Promise<Outcome<Result<V>>> =>
      witness.around({ verb, all: [args] }, () =>
        sayVerb(client, { ...self, verb, args, deliberate }),
      )
  const id = principal.account
  // whoever looks what became of a write is watched by nobody: looking leaves nothing behind
  const eyes = verbal({ id }, (verb, args) =>
    sayVerb(client, { ...self, verb, args, deliberate: true }),
  ) as Hand
  const self: Self = { principal, witness, eyes }
  const unchecked = verbal({ id }, performer(true)) as Hand
  let readings: RawCall['readings'] | undefined
  const raw = (call: Call): Promise<Interaction> => {
    readings ??= verbReadingsOf(client.vendor.dialect)
    return speak(client, { ...self, call, readings })
  }
  return verbal({ id, principal, unchecked, raw }, performer(false)) as Actor
}

interface RawCall extends Self {
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
  const lookUp = lookUpFor(client.vendor, { ...meant, ...seeing(rawCall) })
  const told = { ...rawCall, call: { ...call, ...(lookUp && { lookUp }) } }
  let interaction: Interaction | undefined
  await witness.around({ ...meant, named: scalarsIn(call.input) }, async () => {
    interaction = await hear(client, told)
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
  const answered = outcomeOf<unknown>(client, interaction, (output) => row.result.read(output))
  const outcome = withFound(answered, interaction)
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
