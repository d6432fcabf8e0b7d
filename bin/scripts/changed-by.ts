import { filesOf, type Committed } from './committed.ts'

/** Makes something committed anew; the paths of the files that have changed. */
export async function changedBy({
  make,
  writes,
}: Pick<Committed, 'make' | 'writes'>): Promise<readonly string[]> {
  const before = filesOf({ writes })
  await make()
  const after = filesOf({ writes })
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
}

/** What was made anew, in words. */
export function changesText(did: string, changed: readonly string[]): string {
  if (changed.length === 0) return `${did}: nothing has changed`
  const which = changed.map((path) => `  ${path}\n`).join('')
  return `${which}${did}: ${changed.length} changed; review them with git diff, and commit them`
}
