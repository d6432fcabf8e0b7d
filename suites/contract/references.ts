import { isObject, type Json } from '../../specs/contract/json.ts'
import { refusalsFor } from '../../specs/vendor/left-open.ts'
import { bindingOf, type Reference } from '../../specs/vendor/request-template.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { evidenceFor } from './evidence.ts'
import type { InputField } from './input-field.ts'
import { valueAt } from './json-path.ts'
import { otherThingsOf, type OtherThing } from './other-thing.ts'
import { patternLanguageOf } from './pattern-language.ts'
import type { Negative } from './plan.ts'
import { nameOf, type PlanParts } from './positives.ts'

const source = sourceOf(import.meta.url)

/** What is particular to one way to name nothing. */
interface Naming {
  readonly variant: string
  /** goes after the name of the member */
  readonly wording: string
  /** the id that is sent; made where it is the endpoint's to give */
  readonly names: string | OtherThing
}

/**
 * Requests that name nothing at a field which names something: an id that nobody has, of every kind that the field may
 * name, and what is another organization's, deleted, or in no organization.
 */
export function referencesNothing(
  parts: PlanParts,
  field: InputField,
  twin: string,
): readonly Negative[] {
  const reference = parts.template.references?.[nameOf(field)]
  if (reference === undefined) return []
  return namingsOf(parts, field, reference).map((naming) => ({
    ...negativeOf(parts, field, { reference, naming }),
    twin,
  }))
}

const namingsOf = (
  { vendor: { profile }, template }: PlanParts,
  field: InputField,
  { unknown }: Reference,
): readonly Naming[] => {
  const id = profile.unknown[unknown]
  if (id === undefined) throw new Error(`no unknown ${unknown} in the profile`)
  const others = Object.entries(profile.unknown).filter(
    ([noun, other]) => noun !== unknown && isOfField(field, other),
  )
  const bound = nounBound(valueAt(template.input, field.path))
  const nouns = new Set([unknown, ...others.map(([noun]) => noun), ...bound])
  return [
    { variant: 'unknown', wording: 'of nothing that exists', names: id },
    ...others.map(([noun, other]) => ({
      variant: `unknown-${noun}`,
      wording: `of an unknown ${noun}`,
      names: other,
    })),
    ...[...nouns].flatMap(otherThingsOf).map((thing) => ({
      variant: `${thing.how}-${thing.noun}`,
      wording: wordings[thing.how](thing.noun),
      names: thing,
    })),
  ]
}

const wordings: Readonly<Record<OtherThing['how'], (noun: string) => string>> = {
  foreign: (noun) => `of a foreign ${noun}`,
  deleted: (noun) => `of a deleted ${noun}`,
  outside: (noun) => `of an ${noun} outside`,
}

/** Whether the form of a field is that of ids, and of this one. */
const isOfField = ({ schema: { pattern } }: InputField, id: string): boolean => {
  if (typeof pattern !== 'string') return false
  const language = patternLanguageOf(pattern)
  return Number.isFinite(language.longest) && language.has(id)
}

/** A node is named in one field, whether it is a root or a unit. */
const nounBound = (given: Json | undefined): readonly string[] =>
  typeof given === 'string' && bindingOf(given)?.resource === 'root' ? ['root'] : []

const negativeOf = (
  { vendor, maker }: PlanParts,
  field: InputField,
  { reference, naming }: { readonly reference: Reference; readonly naming: Naming },
): Omit<Negative, 'twin'> => {
  const { refusal } = reference
  const { variant, wording, names } = naming
  const key = `${nameOf(field)}/reference/${variant}`
  const isForeign = typeof names !== 'string' && names.how === 'foreign'
  const steps = maker.refusal({
    key,
    title: `${nameOf(field)} ${wording}`,
    refusal,
    axis: isForeign ? 'isolation' : 'refusal',
    source,
    ...refusalBasis(vendor, field, refusal),
  })
  return {
    key,
    field,
    refusals: [...refusalsFor(vendor.leftOpen, refusal), ...(isForeign ? withheld : [])],
    ...(typeof names !== 'string' && { other: names }),
    spoil: (_right, _random, other) =>
      shaped(field.schema, typeof names === 'string' ? names : other),
    steps: isForeign ? soft(steps) : steps,
  }
}

/** Of what is another organization's it may be said that it is not there, or that it may not be looked at. */
const withheld: readonly RefusalName[] = ['accessDenied']

/** That it is refused is firm; no document tells in which words. */
const soft = ({ code, ...steps }: Negative['steps']): Negative['steps'] =>
  code === undefined ? steps : { ...steps, code: { ...code, level: softer(code.level, 'should') } }

/** An id as its member carries it: a text, a number, or a list of one. */
const shaped = ({ type, items }: InputField['schema'], id: string): Json => {
  if (type === 'array') return [shaped(isObject(items) ? items : {}, id)]
  return type === 'integer' ? Number(id) : id
}

/** As firm as the vendor ties the code to the mistake. */
export function refusalBasis(
  { contract, refusals }: Vendor,
  field: InputField,
  refusal: RefusalName,
): Basis {
  const { citations } = evidenceFor(contract, field, 'reference')
  return { level: refusals.refusals[refusal]?.level ?? 'may', citations }
}
