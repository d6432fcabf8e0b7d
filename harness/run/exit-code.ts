import type { Results } from '../../reports/results/results.ts'
import { isWaitingLine } from '../../suites/actors/ledger.ts'
import { exitCodes } from '../problem.ts'
import type { FinishedRun } from './execute-run.ts'
import type { Gate } from './gate.ts'

/**
 * The exit code of a run. A run that was stopped or broke on our side says so whatever it found; a baseline then
 * decides alone, unless the run ended before everything was asked (its time was over, or enough had failed); without
 * one, the worst verdict of any target does; one that waits for a human is not through. A run that executed nothing is never conformant.
 */
export function exitCodeOf(
  { results, stopped, expired, failedFast, broken }: FinishedRun,
  gate: Gate | undefined,
): number {
  if (stopped) return exitCodes.interrupted
  const { checks, targets } = results
  if (broken.length > 0 || checks.some(({ verdict }) => verdict === 'error')) {
    return exitCodes.harness
  }
  const code =
    gate === undefined || expired || failedFast ? verdictCodeOf(targets) : gateCodes[gate.state]
  return code === exitCodes.conformant ? throughCodeOf(targets) : code
}

const throughCodeOf = (targets: Results['targets']): number =>
  isWaiting(targets) ? exitCodes.incomplete : exitCodes.conformant

const isWaiting = (targets: Results['targets']): boolean =>
  targets.some(({ left }) => left.some(isWaitingLine))

const verdictCodeOf = (targets: Results['targets']): number => {
  if (targets.some(({ verdict }) => verdict === 'nonconformant')) return exitCodes.nonconformant
  const conformant = targets.length > 0 && targets.every(({ verdict }) => verdict === 'conformant')
  return conformant ? exitCodes.conformant : exitCodes.incomplete
}

const gateCodes: Readonly<Record<Gate['state'], number>> = {
  open: exitCodes.conformant,
  shut: exitCodes.nonconformant,
  'not comparable': exitCodes.usage,
}
