import { operationOf } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import { rowOf } from '../../specs/vendor/dialect.ts'
import { Unreadable } from '../../specs/vendor/lens.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { nextStep, type Step } from '../../specs/vendor/workflow.ts'
import type { Answer } from '../../specs/wire/wire.ts'
import { explainer } from '../explain.ts'
import type { Came } from '../look.ts'
import type { Messenger } from './messenger.ts'
import type { Watch } from './watched.ts'

/** What a visit speaks by. */
export interface Line {
  readonly vendor: Vendor
  readonly watch: Watch
  readonly messenger: Messenger
}

/** What came of one verb; it has a result where it was done. */
export interface Heard {
  readonly came: Came
  readonly result?: unknown
  readonly answer: Answer
}

/** Says a verb as the vendor says it: by one operation, or by the steps of its workflow until one is not done. */
export async function sayVerb(line: Line, caller: string, step: Step): Promise<Heard> {
  const steps = stepsOf(line.vendor, step)
  if (steps === undefined) return await sayStep(line, caller, step)
  const first = steps.next()
  if (first.done === true) throw new Error(`the workflow of ${step.verb} says nothing`)
  let heard = await sayStep(line, caller, first.value)
  while (heard.came === 'done') {
    const next = nextStep(steps, heard.result)
    if ('problem' in next) return { came: 'unreadable', answer: heard.answer }
    if (next.done === true) return { ...heard, result: next.value }
    heard = await sayStep(line, caller, next.value)
  }
  return heard
}

type Steps = Generator<Step, unknown, unknown>

const stepsOf = ({ workflows }: Vendor, { verb, args }: Step): Steps | undefined =>
  workflows?.[verb]?.(args as never)

const sayStep = async (line: Line, caller: string, { verb, args }: Step): Promise<Heard> => {
  const row = rowOf(line.vendor.dialect, verb)
  if (row === undefined) throw new Error(`${line.vendor.id} has no word for ${verb}`)
  const { operation } = row
  const answer = await line.messenger.send({ caller, operation, input: row.args.write(args) })
  const { came, output } = meaningOf(line, operation, answer)
  if (output === undefined) return { came, answer }
  try {
    return { came, result: row.result.read(output), answer }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { came: 'unreadable', answer }
  }
}

/** What an answer says. A refusal has a name when the code on the wire is what the vendor calls it by. */
export function meaningOf(
  { vendor, watch }: Line,
  operation: string,
  answer: Answer,
): { readonly came: Came; readonly output?: Json } {
  const reply = vendor.wire.decode(operationOf(vendor.contract, operation), answer)
  if (reply.kind === 'output') return { came: 'done', output: reply.output }
  if (reply.kind !== 'refusal') return { came: reply.kind }
  const { refused } = watch
  const right = refused && explainer(vendor)(refused)
  const named = right?.code === reply.code && right.reason === reply.reason
  return { came: refused !== undefined && named ? refused.refusal : 'another code' }
}
