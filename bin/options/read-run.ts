import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'
import { vendorsFor } from '../../harness/run/plan-run.ts'
import type { RunPlan, TargetPlan } from '../../harness/run/run-plan.ts'
import type { Selection } from '../../reports/results/results.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { knownVendors } from '../../specs/vendors/load-vendor.ts'
import { axes, type Axis } from '../../suites/verdict/verdict.ts'
import { debugVariable } from '../shell/our-fault.ts'
import type { Environment } from '../shell/shell.ts'
import { documentsVariable } from './documents-option.ts'
import { readShard, readWhole } from './numbers.ts'
import { endpointProblems } from './read-endpoint.ts'
import { readExtent } from './read-extent.ts'
import { readManner } from './read-manner.ts'
import { readTarget, type TargetReading } from './read-target.ts'
import { spoken, type RunOptions } from './run-options.ts'
import { runVariables } from './run-rows.ts'
import { unknownValues } from './unknown-values.ts'

/** Reads everything a run is told; lists all that is wrong with it at once. */
export async function readRun(
  options: RunOptions,
  environment: Environment,
): Promise<RunPlan | readonly Problem[]> {
  const target = await readTarget(options, environment)
  const seed = readWhole(spoken(options, 'seed'), options.seed, [0, 2 ** 32 - 1])
  const selection = readSelection(options)
  const manner = readManner(options)
  const vendors = vendorsOf(options, target.plan)
  const problems = [
    ...unknownValues(spoken(options, 'vendor'), options.vendor, knownVendors),
    ...selection.problems,
    ...('problem' in seed ? [seed.problem] : []),
    ...hashProblems(options),
    ...manner.problems,
    ...target.problems,
    // of a target that could not be read nothing more is known, whose API it offers least of all
    ...(target.problems.length === 0 ? vendorProblems(vendors, target.plan) : []),
    ...(target.problems.length === 0 ? endpointOf(target) : []),
    ...strayVariables(environment),
  ]
  if (problems.length > 0 || 'problem' in seed) return problems
  return {
    vendors: vendorsFor(options.only, vendors),
    target: target.plan,
    seed: seed.value,
    selection: selection.selection,
    ...(options.plan !== undefined && { agreed: options.plan }),
    ...manner.manner,
  }
}

const hashProblems = (options: RunOptions): readonly Problem[] => {
  const { plan } = options
  if (plan === undefined || /^[0-9a-f]{64}$/u.test(plan)) return []
  return [
    {
      code: 'NO_PLAN_HASH',
      message: `${spoken(options, 'plan')} is ${quoted(plan)}`,
      hint: 'write the 64 hexadecimal digits of the last line of orgproof plan',
    },
  ]
}

const readSelection = (
  options: RunOptions,
): { readonly selection: Selection; readonly problems: readonly Problem[] } => {
  const { only, axis, shard } = options
  const { sequences, problems: ofExtent } = readExtent(options)
  const whole = { only, axes: axis as readonly Axis[], ...(sequences && { sequences }) }
  const problems = [...unknownValues(spoken(options, 'axis'), axis, axes), ...ofExtent]
  if (shard === undefined) return { selection: whole, problems }
  const reading = readShard(spoken(options, 'shard'), shard)
  if ('problem' in reading) return { selection: whole, problems: [...problems, reading.problem] }
  return { selection: { ...whole, shard: reading.value }, problems }
}

const vendorsOf = ({ vendor }: RunOptions, target: TargetPlan): readonly VendorId[] => {
  if (vendor.length > 0) return [...new Set(vendor)] as VendorId[]
  return target.vendor === undefined ? knownVendors : [target.vendor]
}

const vendorProblems = (vendors: readonly VendorId[], target: TargetPlan): readonly Problem[] => {
  if (vendors.some((id) => !knownVendors.includes(id))) return []
  const other = vendors.find((id) => target.vendor !== undefined && id !== target.vendor)
  if (other !== undefined) {
    const message = `the target offers the API of ${target.vendor}, not of ${other}`
    return [
      { code: 'VENDOR_MISMATCH', message, hint: 'leave --vendor out, or name another target' },
    ]
  }
  if (target.endpoint === undefined || vendors.length === 1) return []
  const hint = `add --vendor with one of ${knownVendors.join(', ')}`
  const message = 'one endpoint offers one API, and no vendor is named'
  return [{ code: 'VENDOR_AMBIGUOUS', message, hint }]
}

const endpointOf = ({
  plan: { endpoint, name },
  endpointNamed,
}: TargetReading): readonly Problem[] => {
  if (endpoint !== undefined) return endpointProblems(endpoint, endpointNamed)
  if (name === 'reference') return []
  const message = `the target ${name} has no endpoint`
  return [{ code: 'ENDPOINT_MISSING', message, hint: 'add --endpoint http://127.0.0.1:PORT' }]
}

/** What may be said by variables anywhere; a slip of one would be overlooked. */
const variables: readonly string[] = [...runVariables, documentsVariable, debugVariable]

const strayVariables = (environment: Environment): readonly Problem[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('ORGPROOF_') && !variables.includes(name))
    .map((name) => ({
      code: 'UNKNOWN_VARIABLE',
      message: `the environment variable ${quoted(name)} means nothing here`,
      hint: didYouMean(name, variables) ?? `known are ${variables.join(', ')}`,
    }))
