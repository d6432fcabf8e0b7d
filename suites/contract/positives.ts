import type { Citation } from '../../specs/contract/citation.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import type { Setting } from '../../specs/vendor/request-template.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Bench } from './request-builder.ts'
import { boundariesOf } from './boundaries.ts'
import type { CheckMaker } from './check-maker.ts'
import { evidenceFor } from './evidence.ts'
import { harmonised } from './consistent-input.ts'
import { changed, valueAt } from './json-path.ts'
import type { Positive } from './plan.ts'
import type { Site } from './input-field.ts'

/** What positives are planned from. */
export interface PositiveParts {
  readonly vendor: Vendor
  readonly operation: string
  readonly setting: Setting
  readonly sites: readonly Site[]
  readonly maker: CheckMaker
}

/** Valid requests beside the least one: every optional place, every listed value, every boundary. */
export function positivesOf(parts: PositiveParts): readonly Positive[] {
  const asked = parts.sites.filter(({ token }) => !token)
  return [
    ...asked.filter((site) => !site.kept).map((site) => optional(parts, site)),
    ...asked.flatMap((site) => listedValues(parts, site)),
    ...asked.flatMap((site) => boundaries(parts, site)),
    unknownMember(parts),
  ]
}

/** How a site is called in titles. */
export function nameOf({ place }: Site): string {
  return place.join('/')
}

const optional = ({ vendor, maker }: PositiveParts, site: Site): Positive => {
  const key = `${nameOf(site)}/optional`
  const { citations } = evidenceFor(vendor.contract, site, 'optional')
  return {
    key,
    state: false,
    build: (bench) => bench.with(site),
    check: maker.check({
      key,
      title: `${nameOf(site)} is accepted`,
      axis: 'input',
      level: 'must',
      citations,
    }),
  }
}

const listedValues = (parts: PositiveParts, site: Site): readonly Positive[] => {
  const { vendor, setting, maker } = parts
  const listed = site.schema['enum']
  if (!Array.isArray(listed)) return []
  const sent = valueAt(setting.input, site.place)
  const meaningless = setting.meaningless?.[site.pointer] ?? []
  return (listed as readonly string[])
    .filter((value) => value !== sent && !meaningless.includes(value))
    .map((value) => {
      const key = `${nameOf(site)}/enum/${value}`
      const title = `${nameOf(site)} ${value} is accepted`
      const evidence = evidenceFor(vendor.contract, site, 'enum')
      return {
        key,
        state: true,
        check: maker.check({ key, title, axis: 'input', ...evidence }),
        build: async (bench) =>
          harmonised(parts, bench.world, changed(await bench.with(site), site.place, value)),
      }
    })
}

const boundaries = ({ vendor, setting, maker }: PositiveParts, site: Site): readonly Positive[] =>
  boundariesOf(site, setting).map(({ name, keyword, wording, value }) => {
    const key = `${nameOf(site)}/${name}/at`
    const evidence = evidenceFor(vendor.contract, site, keyword)
    return {
      key,
      state: false,
      check: maker.check({
        key,
        title: `${nameOf(site)} ${wording} is accepted`,
        axis: 'input',
        ...evidence,
      }),
      build: async (bench: Bench): Promise<JsonObject> =>
        changed(await bench.with(site), site.place, value(bench.draw)),
    }
  })

/** Objects are open unless a schema closes them: clients that know more than the endpoint must work. */
const openObjects: Citation = {
  kind: 'protocol',
  source: 'JSON Schema 2020-12, core, section 10.3.2.3 (additionalProperties)',
}

const unknownMember = ({ maker }: PositiveParts): Positive => ({
  key: 'unknown-member/accepted',
  state: false,
  check: maker.check({
    key: 'unknown-member/accepted',
    title: 'A member that the contract does not know is ignored',
    axis: 'input',
    level: 'should',
    citations: [openObjects],
  }),
  build: async (bench) => ({ ...(await bench.minimal()), OrgproofUnknown: 'ignored' }),
})
