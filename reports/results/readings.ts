import type { CheckResult, Results } from './results.ts'

/** Names of checks that a line shows; results.json has all. */
const namesShown = 3

/**
 * Where the document and the real service differ, and either is right: which of the two each target goes by, in a line
 * for each target and reading.
 */
export function readingLines({ targets, checks }: Pick<Results, 'targets' | 'checks'>): string[] {
  return targets.flatMap(({ name }) => {
    const own = checks.filter(({ target }) => target === name)
    return (['document', 'service'] as const).flatMap((reading) => {
      const chosen = own.filter((check) => check.reading === reading)
      return chosen.length === 0 ? [] : [`${name} goes by the ${reading}: ${namesOf(chosen)}`]
    })
  })
}

const namesOf = (checks: readonly CheckResult[]): string => {
  const shown = checks.slice(0, namesShown).map(({ id }) => id)
  const more = checks.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
