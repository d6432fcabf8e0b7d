import { isObject, type JsonObject } from '../../specs/json.ts'
import type { VendorId } from '../../specs/vendor.ts'
import type { Target } from '../../suites/target.ts'
import type { Problem } from '../problem.ts'
import { readWhole } from './numbers.ts'
import { readAbsent, readLimits, unknownNames } from './read-limits.ts'
import type { RunOptions } from './run-options.ts'
import { schemaProblems } from './schema-problems.ts'
import { withSecrets, type Environment } from './secrets.ts'
import { readTargetFile } from './target-file.ts'

/** A target that may still lack its endpoint (the embedded one gets it when it listens), its vendor, its region. */
export type TargetPlan = Omit<Target, 'vendor' | 'endpoint' | 'region'> & {
  readonly vendor?: VendorId
  readonly endpoint?: string
  readonly region?: string
}

/** A plan as far as it could be read, and everything that is wrong with it. */
export interface TargetReading {
  readonly plan: TargetPlan
  readonly problems: readonly Problem[]
}

const defaults = {
  name: 'target',
  absent: {},
  limits: {},
  concurrency: 16,
  deadline: 10_000,
  readOnly: false,
}

/** Reads the target of a run: flags over environment over target file over preset over defaults. */
export async function readTarget(
  options: RunOptions,
  environment: Environment,
): Promise<TargetReading> {
  const named = options.target ?? 'reference'
  const file = await readTargetFile(named)
  const flags = fromFlags(options)
  const merged = mergeTargets({ ...defaults, ...file.draft }, flags.draft)
  const filled = withSecrets(merged, environment)
  const broken = [...file.problems, ...flags.problems, ...filled.problems]
  // what is missing or wrong already would only be reported twice
  const shape = broken.length === 0 ? schemaProblems(filled.draft, named) : []
  const plan = filled.draft as unknown as TargetPlan
  const names = unknownNames(plan.limits, plan.absent)
  const lacking = broken.length === 0 && filled.draft['accounts'] === undefined ? [nobodyCalls] : []
  return { plan, problems: [...broken, ...shape, ...lacking, ...names] }
}

const nobodyCalls: Problem = {
  code: 'ACCOUNTS_MISSING',
  message: 'the target does not say whose accounts call it',
  hint: 'name a preset to start from, or describe its accounts',
}

const fromFlags = (
  options: RunOptions,
): { readonly draft: JsonObject; readonly problems: readonly Problem[] } => {
  const limits = readLimits(options.limit)
  const absent = readAbsent(options.absent)
  const problems: Problem[] = [...limits.problems, ...absent.problems]
  const whole = (
    flag: 'concurrency' | 'deadline',
    bounds: readonly [number, number],
  ): JsonObject => {
    const text = options[flag]
    if (text === undefined) return {}
    const reading = readWhole(`--${flag}`, text, bounds)
    if ('value' in reading) return { [flag]: reading.value }
    problems.push(reading.problem)
    return {}
  }
  const draft: JsonObject = {
    limits: limits.entries,
    absent: absent.entries,
    ...whole('concurrency', [1, 64]),
    ...whole('deadline', [10, 120_000]),
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    ...(options.region !== undefined && { region: options.region }),
    ...(options.readOnly === true && { readOnly: true }),
    ...(options.account !== undefined && { accounts: { management: options.account } }),
  }
  return { draft, problems }
}

/** The flags' word over the file's; limits, declarations and accounts entry by entry. */
const mergeTargets = (file: JsonObject, flags: JsonObject): JsonObject => {
  const joined = Object.entries(flags).map(([name, value]) => {
    const before = file[name]
    return [name, isObject(value) && isObject(before) ? { ...before, ...value } : value] as const
  })
  return { ...file, ...Object.fromEntries(joined) }
}
