import { founded, joined } from '../fault-kit/arrange.ts'
import type { Visit } from '../look.ts'

/** How many entries the pages of a list of two accounts have, asked for one by one. */
export async function pageLengths(visit: Visit): Promise<readonly number[]> {
  await founded(visit)
  await joined(visit)
  const lengths: number[] = []
  let token: string | undefined
  do {
    const { result } = await visit.boss.listAccounts({ size: 1, ...(token && { token }) })
    lengths.push(result.items.length)
    token = result.next
  } while (token !== undefined && lengths.length < 9)
  return lengths
}
