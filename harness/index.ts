/**
 * The library: conduct a run from a program, hold it against what is known of the endpoint, and end as the command line
 * would.
 *
 *     const run = await conductRun(planRun({ vendors: ['aws'] }), { out: 'out' })
 *     const code = 'problem' in run ? run.exitCode : exitCodeOf(run, undefined)
 *
 * What is not exported here may change with every version.
 */

export { knownVendors } from '../specs/vendors/load-vendor.ts'
export { exitCodes } from './exit-codes.ts'
export { planRun } from './run/plan-run.ts'
export { conductRun } from './run/conduct-run.ts'
export { planAhead } from './run/plan-ahead.ts'
export { exitCodeOf } from './run/exit-code.ts'
export { sweepLedger } from './sweep/sweep-ledger.ts'
export { gateOf } from './run/gate.ts'
export { baselineOf } from '../reports/results/baseline.ts'
export { compareBaseline, isWorse } from '../reports/results/compare-baseline.ts'

export type { VendorId } from '../specs/vendor/vendor.ts'
export type { Axis, JudgedCheck, RunVerdict, Totals, Verdict } from '../suites/verdict/verdict.ts'
export type { Baseline } from '../reports/results/baseline.ts'
export type { Difference } from '../reports/results/compare-baseline.ts'
export type { CheckResult, Results, Selection, TargetResult } from '../reports/results/results.ts'
export type { FormatName } from '../reports/formats/formats.ts'
export type { Obstacle, Problem } from './problem.ts'
export type { ConductOptions } from './run/conduct-run.ts'
export type { EarlierRun } from './run/earlier-run.ts'
export type { FinishedRun } from './run/execute-run.ts'
export type { Gate } from './run/gate.ts'
export type { Plan } from './plan/plan.ts'
export type { PlanAheadOptions } from './run/plan-ahead.ts'
export type { Interruption } from './run/interruption.ts'
export type { Terminal } from './run/progress.ts'
export type { RunPlan, TargetPlan } from './run/run-plan.ts'
export type { PlanOptions } from './run/plan-run.ts'
export type { SweepOptions } from './sweep/sweep-ledger.ts'
export type { SweptLedger } from './sweep/sweep-open.ts'
