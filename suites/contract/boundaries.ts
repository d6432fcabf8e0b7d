import type { Json } from '../../specs/contract/json.ts'
import { bindingOf, type RequestTemplate } from '../../specs/vendor/request-template.ts'
import type { InputField } from './input-field.ts'
import { valueAt } from './json-path.ts'
import { patternLanguageOf } from './pattern-language.ts'
import type { RandomValues } from './random-values.ts'
import { numberOf, textOfLength } from './values.ts'

/** The outermost value that a keyword still allows. */
export interface Boundary {
  /** part of the check's id */
  readonly name: string
  readonly keyword: string
  /** goes after the name of the member */
  readonly wording: string
  readonly value: (random: RandomValues) => Json
}

/** The boundaries of a field whose value is anybody's to choose; none where it names something or is a document. */
export function boundariesOf(field: InputField, template: RequestTemplate): readonly Boundary[] {
  if (!isFree(field, template)) return []
  return [
    ...lengthBoundary(field, 'min-length', 'minLength'),
    ...lengthBoundary(field, 'max-length', 'maxLength'),
    ...numberBoundary(field, 'minimum'),
    ...numberBoundary(field, 'maximum'),
  ]
}

const isFree = (field: InputField, { input, references }: RequestTemplate): boolean => {
  const names = [field.path[0] ?? '', field.path.join('/')]
  if (names.some((name) => references?.[name] !== undefined)) return false
  const given = valueAt(input, field.path)
  if (typeof given !== 'string') return true
  const binding = bindingOf(given)
  return binding === undefined ? !given.startsWith('{') : binding.resource === 'fresh'
}

const lengthBoundary = (
  { schema }: InputField,
  name: string,
  keyword: 'minLength' | 'maxLength',
): readonly Boundary[] => {
  const length = numberOf(schema[keyword])
  const { pattern } = schema
  if (length === undefined || !isReachable(pattern, length)) return []
  const value = (random: RandomValues): Json => textOfLength(schema, length, random) ?? ''
  return [{ name, keyword, wording: `of ${length} characters`, value }]
}

const isReachable = (pattern: Json | undefined, length: number): boolean => {
  if (typeof pattern !== 'string') return true
  const { shortest, longest } = patternLanguageOf(pattern)
  return shortest <= length && length <= longest
}

const numberBoundary = (
  { schema }: InputField,
  keyword: 'minimum' | 'maximum',
): readonly Boundary[] => {
  const number = numberOf(schema[keyword])
  if (number === undefined) return []
  return [{ name: keyword, keyword, wording: `of ${number}`, value: () => number }]
}
