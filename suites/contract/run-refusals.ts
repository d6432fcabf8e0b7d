import { hasFreeAccounts } from '../client/target.ts'
import type { Judgement } from '../verdict/verdict.ts'
import {
  judgeGroup,
  openRefusals,
  recordUnchanged,
  settleAnswers,
  type AskedRefusals,
} from './ask-refusals.ts'
import type { WrongCaller } from './caller-checks.ts'
import type { OperationRun, Where } from './operation-run.ts'
import type { Negative } from './plan.ts'
import { founds } from './prerequisites.ts'
import { callersOf, runCallers, stageOfCallers } from './run-callers.ts'
import { negativesOf, openNegatives, stageOfNegatives } from './run-negatives.ts'
import type { RequestSelection } from './select-requests.ts'
import type { Stage } from './stages.ts'
import type { ValidRequests } from './valid-requests.ts'

/** The requests that ought to be refused, of which the faulty ones were sent. */
export interface Refusals {
  /** judges the faulty ones beside their twins */
  readonly settle: (valid: ValidRequests) => Promise<void>
  /** sends those of who may not call, and judges whatever is still open */
  readonly end: (valid: ValidRequests) => Promise<void>
}

/**
 * Sends all faulty requests. Those of who may not call are sent in the same stage where that can be: to look at an
 * organization takes more requests than all of them.
 */
export function runRefusals(run: OperationRun, selection: RequestSelection): Promise<Refusals> {
  return canShare(run, selection) ? askJointly(run, selection) : askApart(run, selection)
}

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

const askApart = async (run: OperationRun, selection: RequestSelection): Promise<Refusals> => {
  const wrong = callersOf(run, selection)
  const end: Refusals['end'] = async (valid) =>
    recordUnchanged(run, wrong, await runCallers(run, selection, valid))
  if (selection.negatives.length === 0) return { settle: async () => {}, end }
  const settle = await sendNegatives(run, selection, 'case organization')
  const faulty = negativesOf(run, selection)
  return { settle: async (valid) => recordUnchanged(run, faulty, await settle(valid)), end }
}

/** Sends the faulty requests in a stage of their own; what follows records what they come to, and answers what they changed. */
const sendNegatives = async (
  run: OperationRun,
  selection: RequestSelection,
  where: Where,
): Promise<(valid: ValidRequests) => Promise<Judgement | undefined>> => {
  const asked = await openNegatives(run, selection, where)
  await asked.send(selection.negatives)
  const comparisons = await asked.compare()
  const settling = { asked, group: negativesOf(run, selection) }
  return async (valid) => {
    const undue = await settleAnswers(run, valid, settling)
    return judgeGroup(run, valid, { ...settling, comparisons, undue })
  }
}

const askJointly = async (run: OperationRun, selection: RequestSelection): Promise<Refusals> => {
  const asked = await openJointly(run, selection)
  await asked.send(selection.negatives)
  const faulty = { asked, group: negativesOf(run, selection) }
  const wrong = { asked, group: callersOf(run, selection) }
  let undue: string | undefined
  return {
    settle: async (valid) => {
      undue = await settleAnswers<Negative | WrongCaller>(run, valid, faulty)
    },
    end: async (valid) => {
      await asked.send(selection.callers)
      const comparisons = await asked.compare()
      const undueOfCallers = await settleAnswers<Negative | WrongCaller>(run, valid, wrong)
      const changes = comparisons.flatMap((one) => one.changes)
      if (changes.length > 0) return tellApart(run, selection, { valid, changes })
      const ofFaulty = await judgeGroup(run, valid, { ...faulty, comparisons, undue })
      recordUnchanged(run, faulty.group, ofFaulty)
      const own = { ...wrong, comparisons, undue: undueOfCallers }
      recordUnchanged(run, wrong.group, await judgeGroup(run, valid, own))
    },
  }
}

/**
 * Something changed: sent once more, each in a stage of its own, they show whose doing that is. Where it is neither's
 * alone, nobody can tell; it is no pass of either.
 */
const tellApart = async (
  run: OperationRun,
  selection: RequestSelection,
  { valid, changes }: { readonly valid: ValidRequests; readonly changes: readonly string[] },
): Promise<void> => {
  const settle = await sendNegatives(run, selection, 'new organization')
  const ofFaulty = await settle(valid)
  const ofWrong = await runCallers(run, selection, valid)
  const isOpen = [ofFaulty, ofWrong].every((judged) => judged?.verdict === 'pass')
  const judged = (own: Judgement | undefined): Judgement | undefined =>
    own !== undefined && isOpen ? { ...own, ...unclear(changes) } : own
  recordUnchanged(run, negativesOf(run, selection), judged(ofFaulty))
  recordUnchanged(run, callersOf(run, selection), judged(ofWrong))
}

const unclear = (changes: readonly string[]): Pick<Judgement, 'verdict' | 'reason'> => ({
  verdict: 'inconclusive',
  reason: `something changed where all were refused one after another, and where either were refused alone it did not: ${changes.join('; ')}`,
})

const openJointly = (
  run: OperationRun,
  { negatives, callers }: RequestSelection,
): Promise<AskedRefusals<Negative | WrongCaller>> => {
  let opened = false
  return openRefusals<Negative | WrongCaller>(run, {
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
