import type { Tag } from '../../specs/vocabulary/verbs.ts'
import type { Visit } from '../look.ts'
import { founded } from './arrange.ts'

/** Two tags with one key, which can not both be kept. */
export const sameKeyTwice: readonly Tag[] = [
  { key: 'a', value: '1' },
  { key: 'a', value: '2' },
]

/** So many tags with keys of their own. */
export function tagsOf(count: number): readonly Tag[] {
  return Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: '' }))
}

/** A unit with the key `a`, and one with another value of it and the key `b`. */
export async function unitsWithTags(visit: Visit): Promise<void> {
  const parent = await founded(visit)
  const second = ['a', 'b'].map((key) => ({ key, value: '2' }))
  await visit.boss.createUnit({ parent, name: 'One', tags: [{ key: 'a', value: '1' }] })
  await visit.boss.createUnit({ parent, name: 'Two', tags: second })
}
