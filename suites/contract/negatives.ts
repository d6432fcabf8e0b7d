import type { Citation } from '../../specs/contract/citation.ts'
import { operationOf } from '../../specs/contract/contract.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Setting } from '../../specs/vendor/request-template.ts'
import type { Basis } from '../verdict/basis.ts'
import { evidenceFor } from './evidence.ts'
import type { Fault, Mutation } from './mutations/mutation.ts'
import { mutations } from './mutations/registry.ts'
import type { Negative } from './plan.ts'
import { nameOf, type PositiveParts } from './positives.ts'
import type { Site } from './input-field.ts'

/** Requests that ought to be refused: every fault of every keyword at every place, and names of nothing. */
export function negativesOf(parts: PositiveParts): readonly Negative[] {
  const nouns = Object.values(parts.vendor.profile.unknown)
  return [
    ...parts.sites.flatMap((site) =>
      mutations.flatMap((mutation) =>
        mutation
          .faults(site, nouns)
          .filter((fault) => carried(parts, site, `${mutation.name}/${fault.variant}`))
          .map((fault) => broken(parts, site, { mutation, fault })),
      ),
    ),
    ...parts.sites.flatMap((site) => namesNothing(parts, site)),
    ...parts.sites.filter(({ token }) => token).map((site) => foreignToken(parts, site)),
  ]
}

/** A path or a query has only texts: what is no text there can not be said wrongly. */
const carried = ({ vendor, operation }: PositiveParts, { place }: Site, fault: string): boolean =>
  vendor.wire.carries?.(operationOf(vendor.contract, operation), place[0] ?? '', fault) ?? true

const broken = (
  { vendor, setting, maker }: PositiveParts,
  site: Site,
  { mutation, fault }: { readonly mutation: Mutation; readonly fault: Fault },
): Negative => {
  const key = `${nameOf(site)}/${mutation.name}/${fault.variant}`
  const { refusal, keyword } = mutation
  const title = `${nameOf(site)} ${fault.wording}`
  const stated = evidenceFor(vendor.contract, site, keyword)
  const basis = mutation.implied ? impliedBasis(stated, maker.claimed(key)) : stated
  return {
    key,
    site,
    refusals: [refusal, ...unknownInstead(site, setting, refusal)],
    keyword,
    spoil: fault.spoil,
    twin: twinOf(site),
    steps: maker.refusal({ key, title, refusal, axis: 'input', ...basis }),
  }
}

/** An id off its pattern is also an id that nothing has: which is said first, no document tells. */
const unknownInstead = (
  site: Site,
  { references }: Setting,
  refusal: RefusalName,
): readonly RefusalName[] => {
  const reference = references?.[nameOf(site)]
  return reference !== undefined && offForm.has(refusal) ? [reference.refusal] : []
}

const offForm: ReadonlySet<RefusalName> = new Set([
  'invalid.pattern',
  'invalid.minLength',
  'invalid.maxLength',
])

const jsonTypes: Citation = { kind: 'protocol', source: 'RFC 8259, section 3' }

/**
 * The types of JSON are the protocol's; that a value of another one is refused is only implied, unless the
 * register says that the document has words for it.
 */
const impliedBasis = ({ citations }: Basis, claimed: Level): Basis => ({
  level: claimed === 'must' ? 'must' : 'should',
  citations: [...citations, jsonTypes],
})

/** The valid request that a fault at a site is compared with: where the site first appears. */
const twinOf = (site: Site): string => {
  if (site.token) return 'minimal'
  if (!site.kept) return `${nameOf(site)}/optional`
  return site.parent === undefined ? 'minimal' : twinOf(site.parent)
}

const namesNothing = (
  { vendor, setting, maker }: PositiveParts,
  site: Site,
): readonly Negative[] => {
  const reference = setting.references?.[nameOf(site)]
  if (reference === undefined) return []
  const unknown = vendor.profile.unknown[reference.unknown]
  if (unknown === undefined) throw new Error(`no unknown ${reference.unknown} in the profile`)
  const { refusal } = reference
  return [
    {
      key: `${nameOf(site)}/reference/unknown`,
      site,
      refusals: [refusal],
      spoil: () => shaped(site.schema, unknown),
      twin: twinOf(site),
      steps: maker.refusal({
        key: `${nameOf(site)}/reference/unknown`,
        title: `${nameOf(site)} of nothing that exists`,
        refusal,
        axis: 'refusal',
        ...refusalBasis({ vendor }, refusal, evidenceFor(vendor.contract, site, 'reference')),
      }),
    },
  ]
}

/** An id as its member carries it: a text, a number, or a list of one. */
const shaped = ({ type, items }: Site['schema'], id: string): Json => {
  if (type === 'array') return [shaped(isObject(items) ? items : {}, id)]
  return type === 'integer' ? Number(id) : id
}

const foreignToken = ({ vendor, maker }: PositiveParts, site: Site): Negative => {
  const refusal = 'pageTokenInvalid'
  const key = 'paging/foreign-token-is-refused'
  return {
    key,
    site,
    refusals: [refusal],
    spoil: () => 'orgproof-never-issued-this-token',
    twin: 'minimal',
    steps: maker.refusal({
      key,
      title: 'A page token that was never issued',
      refusal,
      axis: 'pagination',
      ...refusalBasis({ vendor }, refusal, evidenceFor(vendor.contract, site, 'reference')),
    }),
  }
}

/** As firm as the vendor ties the code to the mistake. */
const refusalBasis = (
  { vendor }: Pick<PositiveParts, 'vendor'>,
  refusal: RefusalName,
  { citations }: Basis,
): Basis => ({ level: vendor.refusals.refusals[refusal]?.level ?? 'may', citations })
