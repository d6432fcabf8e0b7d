import { levels, type Level } from './requirement.ts'
import type { VendorId } from './vendor.ts'

/** The name of the shape of a requirement set; its JSON Schema is specs/schemas/requirement-set.schema.json. */
export const requirementSetSchema = 'orgproof/requirement-set/1'

/** Checks whose ids begin with one of `of`, then `/`, and end with one of the names at their level. */
export type CheckGroup = { readonly of: readonly string[] } & {
  readonly [L in Level]?: readonly string[]
}

/** What a release asks of one API: by which editions of its documents (sha256 by file), and with which checks. */
export interface VendorRequirements {
  readonly documents: Readonly<Record<string, string>>
  readonly checks: readonly CheckGroup[]
}

/** What one release of the suite asks; frozen with it, so that a growing suite never fails anybody in retrospect. */
export interface RequirementSet {
  readonly schema: typeof requirementSetSchema
  /** the release */
  readonly version: string
  readonly vendors: Readonly<Partial<Record<VendorId, VendorRequirements>>>
}

/** A check as a set knows it. */
export interface RequiredCheck {
  readonly id: string
  readonly level: Level
}

/** What a set asks of one API; undefined where it asks nothing. The name may come from anybody. */
export function requirementsOf(
  { vendors }: Pick<RequirementSet, 'vendors'>,
  vendor: string,
): VendorRequirements | undefined {
  return Object.hasOwn(vendors, vendor) ? vendors[vendor as VendorId] : undefined
}

/** The checks of a set by id, with the level that they have there. */
export function requiredLevels({ checks }: VendorRequirements): ReadonlyMap<string, Level> {
  const pairs = checks.flatMap((group) =>
    levels.flatMap((level) =>
      (group[level] ?? []).flatMap((name) =>
        group.of.map((of) => [`${of}/${name}`, level] as const),
      ),
    ),
  )
  return new Map(pairs)
}

/** Checks as a set holds them, sorted: those that share their beginning, and then those whose endings are the same. */
export function checkGroups(checks: readonly RequiredCheck[]): readonly CheckGroup[] {
  const byBeginning = new Map<string, RequiredCheck[]>()
  for (const { id, level } of checks) {
    const cut = id.lastIndexOf('/')
    const known = byBeginning.get(id.slice(0, cut)) ?? []
    byBeginning.set(id.slice(0, cut), [...known, { id: id.slice(cut + 1), level }])
  }
  const byEndings = new Map<string, CheckGroup>()
  for (const [beginning, endings] of [...byBeginning].toSorted(byText)) {
    const names = namesByLevel(endings)
    const key = JSON.stringify(names)
    byEndings.set(key, { of: [...(byEndings.get(key)?.of ?? []), beginning], ...names })
  }
  return [...byEndings.values()]
}

const namesByLevel = (endings: readonly RequiredCheck[]): Omit<CheckGroup, 'of'> =>
  Object.fromEntries(
    levels.flatMap((level) => {
      const names = endings.filter((ending) => ending.level === level).map(({ id }) => id)
      return names.length === 0 ? [] : [[level, names.toSorted()]]
    }),
  )

const byText = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1

/** The text of a set's file: one line for each group, so that growth and loss show in review. */
export function requirementSetText({ schema, version, vendors }: RequirementSet): string {
  const texts = Object.entries(vendors).map(([vendor, { documents, checks }]) => {
    const lines = checks.map((group) => JSON.stringify(group)).join(',\n')
    return `${JSON.stringify(vendor)}: {"documents": ${JSON.stringify(documents)}, "checks": [\n${lines}\n]}`
  })
  const head = `"schema": ${JSON.stringify(schema)}, "version": ${JSON.stringify(version)}`
  return `{${head}, "vendors": {\n${texts.join(',\n')}\n}}\n`
}
