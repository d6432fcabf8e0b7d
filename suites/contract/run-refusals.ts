import { hasFreeAccounts } from '../client/target.ts'
import { askRefusals, settleGroup, type AskedRefusals } from './ask-refusals.ts'
import type { WrongCaller } from './caller-checks.ts'
import type { OperationRun } from './operation-run.ts'
import type { Negative } from './plan.ts'
import { founds } from './prerequisites.ts'
import { callersOf, runCallers, stageOfCallers } from './run-callers.ts'
import { negativesOf, runNegatives, stageOfNegatives } from './run-negatives.ts'
import type { RequestSelection } from './select-requests.ts'
import type { Stage } from './stages.ts'
import type { ValidRequests } from './valid-requests.ts'

/** What ought to be refused, and is judged beside valid requests that are sent after it. */
export interface Refusals {
  readonly negatives: (valid: ValidRequests) => Promise<void>
  /** sends what was not sent yet */
  readonly callers: (valid: ValidRequests) => Promise<void>
}

/**
 * Sends all faulty requests, and where it can be in the same stage, the calls of those who may not call: to look at an
 * organization takes more requests than all that. Where something is seen to have changed it is asked whose doing that
 * is: both are sent once more, each in a stage of its own.
 */
export async function runRefusals(
  run: OperationRun,
  selection: RequestSelection,
): Promise<Refusals> {
  const joint = canShare(run, selection) ? await askJointly(run, selection) : undefined
  if (joint?.comparisons.every(({ changes }) => changes.length === 0) === true) {
    const settled = (group: Group) => (valid: ValidRequests) =>
      settleGroup<Negative | WrongCaller>(run, valid, { asked: joint, group })
    return {
      negatives: settled(negativesOf(run, selection)),
      callers: settled(callersOf(run, selection)),
    }
  }
  const asked = await runNegatives(run, selection)
  const group = negativesOf(run, selection)
  return {
    negatives: (valid) => settleGroup(run, valid, { asked, group }),
    callers: (valid) => runCallers(run, selection, valid),
  }
}

type Group = Parameters<typeof settleGroup<Negative | WrongCaller>>[2]['group']

/** Where accounts are given, some have several parts; and whoever founds an organization is in none that could be seen. */
const canShare = (
  { context, plan: { template } }: OperationRun,
  { negatives, callers, snapshots, callerSnapshots }: RequestSelection,
): boolean =>
  snapshots &&
  callerSnapshots &&
  negatives.length > 0 &&
  callers.length > 0 &&
  template.writes &&
  founds(template) &&
  hasFreeAccounts(context.target)

const askJointly = (
  run: OperationRun,
  { negatives, callers }: RequestSelection,
): Promise<AskedRefusals<Negative | WrongCaller>> => {
  let opened = false
  return askRefusals<Negative | WrongCaller>(run, {
    requests: [...negatives, ...callers],
    compared: true,
    again: (request) => !isCaller(request),
    open: async (due) => {
      const builder = await run.builder(opened ? 'new organization' : 'case organization')
      opened = true
      const faulty = await stageOfNegatives(run, builder, due.filter(isNegative))
      const wrong = await stageOfCallers(run, builder, due.filter(isCaller))
      return jointly(faulty, wrong)
    },
  })
}

const jointly = (
  faulty: Stage<Negative>,
  wrong: Stage<WrongCaller>,
): Stage<Negative | WrongCaller> => ({
  ...wrong,
  send: (request) => (isCaller(request) ? wrong.send(request) : faulty.send(request)),
})

const isCaller = (request: Negative | WrongCaller): request is WrongCaller => 'who' in request

const isNegative = (request: Negative | WrongCaller): request is Negative => !isCaller(request)
