import type { VendorId } from '../../specs/vendor.ts'
import { knownVendors } from '../../specs/vendors.ts'
import { axes, type Axis } from '../../suites/verdict.ts'
import { didYouMean } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import { readShard, readWhole } from './numbers.ts'
import type { Selection } from '../../reports/results.ts'
import { readTarget, type TargetPlan } from './read-target.ts'
import type { RunOptions } from './run-options.ts'
import type { Environment } from './secrets.ts'

/** A run that can be started. */
export interface RunPlan {
  readonly vendors: readonly VendorId[]
  readonly target: TargetPlan
  readonly selection: Selection
  readonly seed: number
}

/** Reads everything a run is told; lists all that is wrong with it at once. */
export async function readRun(
  options: RunOptions,
  environment: Environment,
): Promise<RunPlan | readonly Problem[]> {
  const target = await readTarget(options, environment)
  const seed = readWhole('--seed', options.seed, [0, 2 ** 32 - 1])
  const selection = readSelection(options)
  const vendors = vendorsOf(options, target.plan)
  const problems = [
    ...strangers('--vendor', options.vendor, knownVendors),
    ...selection.problems,
    ...('problem' in seed ? [seed.problem] : []),
    ...target.problems,
    ...vendorProblems(vendors, options, target.plan),
    // a target that could not be read has no endpoint to miss
    ...(target.problems.length === 0 ? endpointProblems(target.plan) : []),
    ...strayVariables(environment),
  ]
  if (problems.length > 0 || 'problem' in seed) return problems
  return { vendors, target: target.plan, seed: seed.value, selection: selection.selection }
}

const readSelection = ({
  only,
  axis,
  shard,
}: RunOptions): { readonly selection: Selection; readonly problems: readonly Problem[] } => {
  const whole = { only, axes: axis as readonly Axis[] }
  const problems = strangers('--axis', axis, axes)
  if (shard === undefined) return { selection: whole, problems }
  const reading = readShard(shard)
  if ('problem' in reading) return { selection: whole, problems: [...problems, reading.problem] }
  return { selection: { ...whole, shard: reading.value }, problems }
}

const vendorsOf = ({ vendor }: RunOptions, target: TargetPlan): readonly VendorId[] => {
  if (vendor.length > 0) return [...new Set(vendor)] as VendorId[]
  return target.vendor === undefined ? knownVendors : [target.vendor]
}

const vendorProblems = (
  vendors: readonly VendorId[],
  options: RunOptions,
  target: TargetPlan,
): readonly Problem[] => {
  const other = vendors.find((id) => target.vendor !== undefined && id !== target.vendor)
  if (other !== undefined) {
    const message = `the target offers the API of ${target.vendor}, not of ${other}`
    return [
      { code: 'VENDOR_MISMATCH', message, hint: 'leave --vendor out, or name another target' },
    ]
  }
  if (target.endpoint === undefined || vendors.length === 1) return []
  const hint = `add --vendor with one of ${knownVendors.join(', ')}`
  const message = `${options.endpoint ?? target.endpoint} is one endpoint: it offers one API`
  return [{ code: 'VENDOR_AMBIGUOUS', message, hint }]
}

const endpointProblems = ({ endpoint, name }: TargetPlan): readonly Problem[] => {
  if (endpoint === undefined) {
    if (name === 'reference') return []
    const message = `the target ${name} has no endpoint`
    return [{ code: 'ENDPOINT_MISSING', message, hint: 'add --endpoint http://127.0.0.1:PORT' }]
  }
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username === '') return []
  const hint = 'write http://host:port, without user or password'
  return [{ code: 'ENDPOINT_SYNTAX', message: `the endpoint is "${endpoint}"`, hint }]
}

const strangers = (
  flag: string,
  words: readonly string[],
  known: readonly string[],
): readonly Problem[] =>
  words
    .filter((word) => !known.includes(word))
    .map((word) => ({
      code: 'UNKNOWN_VALUE',
      message: `${flag} is "${word}"`,
      hint: didYouMean(word, known) ?? `known are ${known.join(', ')}`,
    }))

/** The names of the options as variables; see run-options.ts, and DOCUMENTS of `derive`. */
const variables: readonly string[] = [
  'VENDOR ONLY AXIS LIMIT ABSENT TARGET ENDPOINT REGION ACCOUNT CONCURRENCY DEADLINE SHARD',
  'BASELINE SEED OUT READ_ONLY DOCUMENTS',
]
  .flatMap((line) => line.split(' '))
  .map((name) => `ORGPROOF_${name}`)

const strayVariables = (environment: Environment): readonly Problem[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('ORGPROOF_') && !variables.includes(name))
    .map((name) => ({
      code: 'UNKNOWN_VARIABLE',
      message: `the environment variable ${name} means nothing here`,
      hint: didYouMean(name, variables) ?? `known are ${variables.join(', ')}`,
    }))
