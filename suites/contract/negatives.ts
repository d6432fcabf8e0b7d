import type { Citation } from '../../specs/contract/citation.ts'
import { operationOf } from '../../specs/contract/contract.ts'
import type { RequestTemplate } from '../../specs/vendor/request-template.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { evidenceFor } from './evidence.ts'
import type { InputField } from './input-field.ts'
import type { InvalidValue, Mutation } from './mutations/mutation.ts'
import { mutations } from './mutations/registry.ts'
import type { Negative } from './plan.ts'
import { nameOf, type PlanParts } from './positives.ts'
import { referencesNothing, refusalBasis } from './references.ts'
import { minimalKey } from './refusable.ts'

const source = sourceOf(import.meta.url)

/** Requests that ought to be refused: every fault of every keyword at every path, and names of nothing. */
export function negativesOf(parts: PlanParts): readonly Negative[] {
  const knownIds = Object.values(parts.vendor.profile.unknown)
  return [
    ...parts.fields.flatMap((field) =>
      mutations.flatMap((mutation) =>
        mutation
          .invalidValues(field, knownIds)
          .filter(({ variant }) => isCarried(parts, field, `${mutation.name}/${variant}`))
          .map((invalid) => broken(parts, field, { mutation, invalid })),
      ),
    ),
    ...parts.fields.flatMap((field) => referencesNothing(parts, field, twinOf(field))),
    ...parts.fields.filter(({ token }) => token).map((field) => foreignToken(parts, field)),
  ]
}

/** A path or a query has only texts: what is no text there can not be sent wrongly. */
const isCarried = (
  { vendor, operation }: PlanParts,
  { path }: InputField,
  fault: string,
): boolean =>
  vendor.wire.carries?.(operationOf(vendor.contract, operation), path[0] ?? '', fault) ?? true

const broken = (
  { vendor, template, maker }: PlanParts,
  field: InputField,
  { mutation, invalid }: { readonly mutation: Mutation; readonly invalid: InvalidValue },
): Negative => {
  const key = `${nameOf(field)}/${mutation.name}/${invalid.variant}`
  const { refusal, keyword } = mutation
  const title = `${nameOf(field)} ${invalid.wording}`
  const stated = evidenceFor(vendor.contract, field, keyword)
  const basis = mutation.implied ? impliedBasis(stated, maker.claimed(key)) : stated
  const level = invalid.soft === true ? softer(basis.level, 'should') : basis.level
  const asGood = invalid.or === undefined ? [] : [invalid.or]
  const instead = unknownInstead(field, template, refusal)
  return {
    key,
    field,
    refusals: [refusal, ...asGood, ...instead],
    keyword,
    spoil: invalid.spoil,
    twin: twinOf(field),
    steps: maker.refusal({
      key,
      title,
      refusal,
      or: invalid.or,
      instead,
      axis: 'input',
      ...basis,
      level,
      source: sourceOf(new URL(`mutations/${mutation.name}.ts`, import.meta.url).href),
    }),
  }
}

/** An id off its pattern is also an id that nothing has: which of the two is refused first, no document tells. */
const unknownInstead = (
  field: InputField,
  { references }: RequestTemplate,
  refusal: RefusalName,
): readonly RefusalName[] => {
  const reference = references?.[nameOf(field)]
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

/** The valid request that a fault at a field is compared with: where the field first appears. */
const twinOf = (field: InputField): string => {
  if (field.token) return minimalKey
  if (!field.kept) return `${nameOf(field)}/optional`
  return field.parent === undefined ? minimalKey : twinOf(field.parent)
}

const foreignToken = ({ vendor, maker }: PlanParts, field: InputField): Negative => {
  const refusal = 'pageTokenInvalid'
  const key = 'paging/foreign-token-is-refused'
  return {
    key,
    field,
    refusals: [refusal],
    spoil: () => 'orgproof-never-issued-this-token',
    twin: minimalKey,
    steps: maker.refusal({
      key,
      title: 'A page token that was never issued',
      refusal,
      axis: 'pagination',
      source,
      ...refusalBasis(vendor, field, refusal),
    }),
  }
}
