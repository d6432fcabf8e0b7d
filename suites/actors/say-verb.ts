import { rowOf } from '../../specs/vendor/dialect.ts'
import type { Step } from '../../specs/vendor/workflow.ts'
import type { Args, Result, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Client } from '../client/client.ts'
import type { Principal } from '../client/target.ts'
import { Denied, NotSent, NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { doneIn, type Outcome } from '../verdict/outcome.ts'
import type { Refused } from './effect.ts'
import { lookUpFor, type SaidWrite } from './look-up/look-ups.ts'
import { outcomeOf, withFound } from './outcome-of.ts'
import { runWorkflow } from './run-workflow.ts'
import type { Hand, Witness } from './speaker.ts'

/** An account as it speaks: how it signs, who watches, and how it looks what became of what it said. */
export interface Self {
  readonly principal: Principal
  readonly witness: Witness
  readonly eyes: Hand
}

/** Who looks what became of what an account said. */
export function seeing({ eyes, witness: { owner } }: Self): Pick<SaidWrite, 'hand' | 'owner'> {
  return { hand: eyes, ...(owner && { owner }) }
}

interface Spoken<V extends Verb> extends Self {
  readonly verb: V
  readonly args: Args<V>
  readonly deliberate: boolean
}

/** Says a verb: one operation, or several one after the other. */
export async function sayVerb<V extends Verb>(
  client: Client,
  spoken: Spoken<V>,
): Promise<Outcome<Result<V>>> {
  const workflow = client.vendor.workflows?.[spoken.verb]
  if (workflow === undefined) return command(client, spoken)
  let begun = false
  let known = {}
  let doubted: Refused | undefined
  const say = async (step: Step): Promise<Outcome<unknown>> => {
    const outcome = await command(client, { ...spoken, ...step })
    begun = true
    if (outcome.repeated === true) known = { ...known, repeated: true }
    if (outcome.looked === true) known = { ...known, looked: true }
    if (outcome.kind !== 'refused' || outcome.found === undefined) return outcome
    doubted = outcome
    return doneIn(outcome) ?? outcome
  }
  try {
    const whole = { ...(await runWorkflow(workflow(spoken.args), say)), ...known }
    if (whole.kind !== 'done' || doubted === undefined) return whole
    return { ...doubted, found: { value: whole.value } }
  } catch (error) {
    // of a verb whose first step was sent, something may be left
    throw begun ? asBegun(error) : error
  }
}

/** What says that nothing was sent is of a later step: of the verb something was. */
const asBegun = (error: unknown): unknown => {
  if (error instanceof NotSent) return new NotSettled(error.message)
  return error instanceof Denied ? new PrerequisiteMissing(error.code, error.message) : error
}

const command = async <V extends Verb>(
  client: Client,
  { verb, args, deliberate, ...self }: Spoken<V>,
): Promise<Outcome<Result<V>>> => {
  const row = rowOf(client.vendor.dialect, verb)
  if (row === undefined) throw new Error(`no operation of ${client.vendor.id} says ${verb}`)
  const { operation } = row
  const input = row.args.write(args)
  const { principal, witness } = self
  const lookUp = lookUpFor(client.vendor, { verb, all: [args], ...seeing(self) })
  const call = { operation, input, deliberate, ...(lookUp && { lookUp }) }
  const interaction = await client.call(principal, call)
  witness.heard(interaction)
  const answered = outcomeOf(client, interaction, (output) => row.result.read(output))
  const outcome = withFound(answered, interaction)
  const broken = outcome.kind === 'refused' && deliberate && client.breaks(operation, input)
  return broken ? { ...outcome, broken } : outcome
}
