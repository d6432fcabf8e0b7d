import { quoted, type Problem } from '../../harness/problem.ts'
import { targetDefaults } from '../../harness/run/plan-run.ts'
import type { TargetPlan } from '../../harness/run/run-plan.ts'
import { pointerStep } from '../../specs/contract/json-pointer.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import type { Parsed } from '../files/parsed.ts'
import type { Environment } from '../shell/shell.ts'
import { literalCredentials } from './literal-credentials.ts'
import { clockProblems } from './read-clock.ts'
import { disposableProblems } from './read-disposable.ts'
import { readFlags } from './read-flags.ts'
import { identityProblems } from './read-identity.ts'
import { unknownFeatures, unknownLimits } from './read-limits.ts'
import { withoutOrigins, withProfiles } from './read-profiles.ts'
import { readRoute, type RouteTold } from './read-route.ts'
import { isReserved } from './reserved-headers.ts'
import { spoken, type RunOptions } from './run-options.ts'
import { variableOfProxy } from './run-rows.ts'
import { isReference, withSecrets, type Filled, type PlaceOf } from './secrets.ts'
import { readTargetFile } from './target-file.ts'
import { targetProblems } from './target-problems.ts'

/** A plan as far as it could be read, and everything that is wrong with it. */
export interface TargetReading {
  readonly plan: TargetPlan
  readonly problems: readonly Problem[]
  /** where the endpoint is said */
  readonly endpointNamed: string
}

/** Reads the target of a run: flags over environment over target file over preset over defaults. */
export async function readTarget(
  options: RunOptions,
  environment: Environment,
): Promise<TargetReading> {
  const named = options.target ?? 'reference'
  const file = await readTargetFile(named)
  const flags = await readFlags(options)
  const merged = mergeTargets({ ...targetDefaults, ...file.draft }, flags.draft)
  const placeOf = placesIn(named, file.at)
  const filled = withSecrets(merged, environment, placeOf)
  const broken = [
    ...file.problems,
    ...flags.problems,
    ...filled.problems,
    ...literalCredentials({
      unfilled: merged,
      endpoint: filled.draft['endpoint'],
      at: file.shipped === true ? () => undefined : file.at,
      placeOf,
    }),
  ]
  const written = file.at('/endpoint') === undefined ? undefined : file.draft['endpoint']
  const way = await readRoute(routeTold(filled.draft, merged, { placeOf, options, path: named }))
  // of what is broken already the meaning can not be told, but for the flags' own names
  const meant =
    broken.length === 0
      ? await readMeaning(filled.draft, { named, at: file.at, placeOf, options, environment })
      : { draft: filled.draft, problems: [] }
  const { ca: _ca, proxy: _proxy, ...rest } = meant.draft
  return {
    plan: planOf({ ...rest, ...way.route }),
    problems: [
      ...broken,
      ...meant.problems,
      ...ownProblems(filled.draft, { merged, written, placeOf }),
      ...way.problems,
    ],
    endpointNamed: namedBy(options, placeOf, ['endpoint', 'the endpoint']),
  }
}

/** What is wrong with what only the file of a target says. */
const ownProblems = (
  draft: JsonObject,
  told: Pick<Places, 'placeOf'> & { readonly merged: JsonObject; readonly written: unknown },
): readonly Problem[] => {
  const { merged, written, placeOf } = told
  return [
    ...disposableProblems({ draft, written, placeOf }),
    ...identityProblems({ draft: merged, placeOf }),
    ...clockProblems({ draft, placeOf }),
  ]
}

/** The place of a value in a file; the file, where that does not say it. */
const placesIn =
  (named: string, at: Parsed['at']): PlaceOf =>
  (pointer) => {
    const place = at(pointer)
    return place === undefined ? named : `${named}:${place}`
  }

/** How to speak of a value to whoever told it: by the flag or variable, or by its place in the file. */
const namedBy = (
  options: RunOptions,
  placeOf: PlaceOf,
  [option, what]: readonly ['endpoint' | 'ca' | 'proxy', string],
): string =>
  options[option] === undefined ? `${placeOf(`/${option}`)}: ${what}` : spoken(options, option)

/** Reads the profiles of a draft that is well formed, and holds it against what a target is. */
const readMeaning = async (
  draft: JsonObject,
  places: Places & { readonly environment: Environment },
): Promise<Filled> => {
  const { options, placeOf, environment } = places
  const named = draft['vendor'] ?? options.vendor[0]
  const vendor = typeof named === 'string' ? named : undefined
  const misfits = await meaningProblems(draft, places)
  if (misfits.length > 0) return { draft, problems: misfits }
  const read = await withProfiles(draft, { vendor, environment, placeOf })
  if (read.problems.length > 0) return read
  // what a profile holds has to fit into headers, too
  return { draft: read.draft, problems: await shapeProblems(withoutOrigins(read.draft), places) }
}

/** What was said of the way to the endpoint: by flag, by variable, or in the file. */
const routeTold = (
  { ca, proxy }: JsonObject,
  unfilled: JsonObject,
  { placeOf, options, path }: Pick<Places, 'placeOf' | 'options'> & { readonly path: string },
): RouteTold => ({
  ca,
  proxy,
  named: {
    ca: namedBy(options, placeOf, ['ca', 'ca']),
    proxy: namedBy(options, placeOf, ['proxy', 'the proxy']),
  },
  caFrom: options.ca === undefined ? path : undefined,
  proxyFromEnvironment:
    isReference(unfilled['proxy']) || spoken(options, 'proxy') === variableOfProxy,
})

/** A draft is a plan where nothing is wrong with it; with problems beside it nobody carries it out. */
const planOf = (draft: unknown): TargetPlan => draft as TargetPlan

interface Places {
  readonly named: string
  readonly at: Parsed['at']
  readonly placeOf: (pointer: string) => string
  readonly options: RunOptions
}

/** What is wrong with a target whose file and flags are written well: it is held against its schema as a whole first. */
const meaningProblems = async (draft: JsonObject, places: Places): Promise<readonly Problem[]> => {
  const { placeOf, options } = places
  const { accounts, limits, absent, readOnly } = draft
  if (accounts === undefined) return [nobodyCalls]
  if (options.account !== undefined && isObject(accounts) && accounts['mode'] !== 'any') {
    return [accountsGiven(spoken(options, 'account'))]
  }
  const shape = await shapeProblems(draft, places)
  if (shape.length > 0) return shape
  if (readOnly === true && isAnybody(accounts)) return [nobodyReads]
  const placeIn =
    (member: string) =>
    (name: string): string =>
      `${placeOf(`/${member}${pointerStep(name)}`)} at /${member}: the name`
  return [
    ...headerProblems(accounts, placeOf('/accounts/by/header')),
    ...unknownLimits(ownNames(limits, options.limit), placeIn('limits')),
    ...(await unknownFeatures(ownNames(absent, options.absent), placeIn('absent'))),
  ]
}

const shapeProblems = (draft: JsonObject, { named, at }: Places): Promise<readonly Problem[]> =>
  targetProblems({ value: draft, values: 0, at }, named)

/** The names that the file gave: those of the flags are looked at as such. */
const ownNames = (entries: unknown, flagged: readonly string[]): readonly string[] =>
  Object.keys(isObject(entries) ? entries : {}).filter(
    (name) => !flagged.some((text) => text.startsWith(`${name}=`)),
  )

const headerProblems = (accounts: unknown, place: string): readonly Problem[] => {
  const by = isObject(accounts) ? accounts['by'] : undefined
  const header = isObject(by) ? by['header'] : undefined
  if (typeof header !== 'string' || !isReserved(header)) return []
  const message = `${place}: the header ${quoted(header)} can not name the account: HTTP or the suite sets it itself`
  return [{ code: 'HEADER_RESERVED', message, hint: 'which header does the target look into?' }]
}

const accountsGiven = (flag: string): Problem => ({
  code: 'ACCOUNT_CONFLICT',
  message: `${flag} names who reads where any account may call, and the accounts of this target are given`,
  hint: 'leave it out: the management account reads',
})

/** Whether any account may call, and none is named that manages an organization. */
const isAnybody = (accounts: unknown): boolean =>
  isObject(accounts) && accounts['mode'] === 'any' && accounts['management'] === undefined

const nobodyReads: Problem = {
  code: 'NOBODY_READS',
  message:
    'nobody is named who has something to read: any account may call, and nothing is founded',
  hint: 'add --account with the account that manages an organization there',
}

const nobodyCalls: Problem = {
  code: 'ACCOUNTS_MISSING',
  message: 'the target does not say whose accounts call it',
  hint: 'name a preset to start from, or describe its accounts',
}

/** The flags' word over the file's; limits, declarations and accounts entry by entry. */
const mergeTargets = (file: JsonObject, flags: JsonObject): JsonObject => {
  const joined = Object.entries(flags).map(([name, value]) => {
    const before = file[name]
    return [name, isObject(value) && isObject(before) ? { ...before, ...value } : value] as const
  })
  return { ...file, ...Object.fromEntries(joined) }
}
