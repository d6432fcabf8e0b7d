import type { Json } from '../../specs/contract/json.ts'
import type { Fitting } from './fits.ts'
import { translatedIn } from './translated.ts'

/** What the rules expect, for people: in the names of the target, as far as it told them. */
export function shown(expected: Json, { names, isMadeUp }: Fitting): string {
  const real = (name: string): string | undefined =>
    names.real(name) ?? (isMadeUp(name) ? '(a name of its own)' : undefined)
  return JSON.stringify(translatedIn(expected, real))
}
