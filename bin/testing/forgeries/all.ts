import { byOwners } from './by-owners.ts'
import { bySpelling } from './by-spelling.ts'
import { byStrangers } from './by-strangers.ts'
import type { Forge, Genuine } from './forge.ts'

/** For tests: the text of a certificate that must not verify, and how it was made. */
export interface Forgery {
  readonly name: string
  readonly text: string
}

const named = (by: string, forges: Readonly<Record<string, Forge>>) =>
  Object.entries(forges).map(([name, forge]) => ({ name: `${by}: ${name}`, forge }))

const kinds = [
  ...named('by a stranger', byStrangers),
  ...named('by its spelling', bySpelling),
  ...named('by its owner', byOwners),
]

/** For tests: so many forgeries, none twice, each kind in its turn until it has no more to offer. */
export function forgeriesOf(genuine: Genuine, count: number): readonly Forgery[] {
  const made = new Map<string, Forgery>()
  for (let round = 0; made.size < count && round < count; round += 1) {
    for (const { name, forge } of kinds) {
      const forged = forge(genuine)
      const text = typeof forged === 'string' ? forged : JSON.stringify(forged)
      if (made.size < count && !made.has(text)) made.set(text, { name, text })
    }
  }
  return [...made.values()]
}

/** For tests: the names of all kinds. */
export const kindsOfForgery: readonly string[] = kinds.map(({ name }) => name)
