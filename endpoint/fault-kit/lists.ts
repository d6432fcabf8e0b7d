import { decideWith, type Moment } from './alter-decide.ts'
import { pageOf } from './page-of.ts'

/** Every entry of the list that is asked for in a moment, whichever page of it. */
export function wholeOf(moment: Moment): readonly unknown[] {
  const items: unknown[] = []
  let token: string | undefined
  do {
    const page = pageOf(decideWith(moment, { token, size: undefined }))
    items.push(...(page?.items ?? []))
    token = page?.next
  } while (token !== undefined)
  return items
}
