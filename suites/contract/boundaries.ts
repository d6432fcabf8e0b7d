import type { Json } from '../../specs/contract/json.ts'
import { bindingOf, type Setting } from '../../specs/vendor/request-template.ts'
import type { Draw } from './random-values.ts'
import { languageOf } from './pattern-language.ts'
import { valueAt } from './json-path.ts'
import type { Site } from './input-field.ts'
import { numberOf, textOfLength } from './values.ts'

/** The outermost value that a keyword still allows. */
export interface Boundary {
  /** part of the check's id */
  readonly name: string
  readonly keyword: string
  /** goes after the name of the member */
  readonly wording: string
  readonly value: (draw: Draw) => Json
}

/** The boundaries of a site whose value is anybody's to choose; none where it names something or is a document. */
export function boundariesOf(site: Site, setting: Setting): readonly Boundary[] {
  if (!isFree(site, setting)) return []
  return [
    ...lengthBoundary(site, 'min-length', 'minLength'),
    ...lengthBoundary(site, 'max-length', 'maxLength'),
    ...numberBoundary(site, 'minimum'),
    ...numberBoundary(site, 'maximum'),
  ]
}

const isFree = (site: Site, { input, references }: Setting): boolean => {
  const names = [site.place[0] ?? '', site.place.join('/')]
  if (names.some((name) => references?.[name] !== undefined)) return false
  const given = valueAt(input, site.place)
  if (typeof given !== 'string') return true
  const binding = bindingOf(given)
  return binding === undefined ? !given.startsWith('{') : binding.ingredient === 'fresh'
}

const lengthBoundary = (
  { schema }: Site,
  name: string,
  keyword: 'minLength' | 'maxLength',
): readonly Boundary[] => {
  const length = numberOf(schema[keyword])
  const { pattern } = schema
  if (length === undefined || !isReachable(pattern, length)) return []
  const value = (draw: Draw): Json => textOfLength(schema, length, draw) ?? ''
  return [{ name, keyword, wording: `of ${length} characters`, value }]
}

const isReachable = (pattern: Json | undefined, length: number): boolean => {
  if (typeof pattern !== 'string') return true
  const { shortest, longest } = languageOf(pattern)
  return shortest <= length && length <= longest
}

const numberBoundary = ({ schema }: Site, keyword: 'minimum' | 'maximum'): readonly Boundary[] => {
  const number = numberOf(schema[keyword])
  if (number === undefined) return []
  return [{ name: keyword, keyword, wording: `of ${number}`, value: () => number }]
}
