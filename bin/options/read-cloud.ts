import {
  cloudManners,
  type CloudManner,
  type CloudMannerName,
} from '../../endpoint/cloud/cloud-manner.ts'
import { cloudVendors } from '../../endpoint/cloud/cloud.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { problemsOf, quoted, type Problem } from '../../harness/problem.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { readWhole, type Reading } from './numbers.ts'

/** What may be said to `serve` of a cloud. */
export interface CloudFlags {
  /** a manner; true where none is named */
  readonly cloud?: string | true
  readonly targetOut?: string
  readonly profilesOut?: string
  readonly session?: string
}

/** A cloud that is to be served. */
export interface CloudOrder {
  readonly manner: CloudManner
  /** where the target file is to be written */
  readonly targetOut?: string
  /** where temporary keys are kept, and for how many milliseconds each is good; permanent keys are printed when absent */
  readonly sessions?: { readonly folder: string; readonly life: number }
}

/** Reads what was said of a cloud: undefined where none is asked for; lists all that is wrong at once. */
export function readCloud(
  flags: CloudFlags,
  vendors: readonly VendorId[],
): { readonly cloud?: CloudOrder } | { readonly problems: readonly Problem[] } {
  if (flags.cloud === undefined) return lonely(flags)
  const manner = readManner(flags.cloud === true ? 'usual' : flags.cloud)
  const session = readWhole('--session', flags.session ?? '900', [2, 86_400])
  const problems = [...[manner, session].flatMap(problemsOf), ...misfitsOf(flags, vendors)]
  if (!('value' in manner && 'value' in session) || problems.length > 0) return { problems }
  return { cloud: { manner: manner.value, ...filesOf(flags, session.value) } }
}

const filesOf = (
  { targetOut, profilesOut: folder }: CloudFlags,
  seconds: number,
): Omit<CloudOrder, 'manner'> => ({
  ...(targetOut && { targetOut }),
  ...(folder && { sessions: { folder, life: seconds * 1000 } }),
})

const lonely = (flags: CloudFlags): ReturnType<typeof readCloud> => {
  const said = (['targetOut', 'profilesOut', 'session'] as const).filter((name) => flags[name])
  return said.length === 0 ? {} : { problems: said.map(withoutCloud) }
}

const readManner = (name: string): Reading<CloudManner> =>
  Object.hasOwn(cloudManners, name)
    ? { value: cloudManners[name as CloudMannerName] }
    : { problem: unknownManner(name) }

/** A cloud is of one vendor where a file is written for it, and of none that has no organizations. */
const misfitsOf = (
  { targetOut, profilesOut, session }: CloudFlags,
  vendors: readonly VendorId[],
): readonly Problem[] => {
  const none = vendors.filter((id) => !cloudVendors.includes(id)).map(noCloud)
  const files = targetOut !== undefined || profilesOut !== undefined
  const many = files && vendors.length !== 1 ? [oneVendor] : []
  const idle = session !== undefined && profilesOut === undefined ? [noProfiles] : []
  return [...none, ...many, ...idle]
}

const flagOf = {
  targetOut: '--target-out',
  profilesOut: '--profiles-out',
  session: '--session',
} as const

const withoutCloud = (name: keyof typeof flagOf): Problem => ({
  code: 'NO_CLOUD',
  message: `${flagOf[name]} is said of a cloud, and none is asked for`,
  hint: 'add --cloud',
})

const unknownManner = (name: string): Problem => ({
  code: 'UNKNOWN_MANNER',
  message: `--cloud is ${quoted(name)}, and there is no such manner`,
  hint: didYouMean(name, Object.keys(cloudManners)) ?? 'say quiet, usual or rough',
})

const noCloud = (id: VendorId): Problem => ({
  code: 'NO_CLOUD',
  message: `${id} has no organizations, so there is no cloud of it`,
  hint: `name others: ${cloudVendors.map((vendor) => `--vendor ${vendor}`).join(', ')}`,
})

const oneVendor: Problem = {
  code: 'ONE_VENDOR',
  message: '--target-out and --profiles-out are of one vendor',
  hint: 'name one --vendor',
}

const noProfiles: Problem = {
  code: 'NO_PROFILES',
  message: '--session says how long temporary keys are good, and nobody asks for any',
  hint: 'add --profiles-out DIR',
}
