import { minute } from '../fault-kit/arrange.ts'
import type { Visit } from '../look.ts'

/** The boss founded an organization a minute ago, so that whoever looks late sees it; its root. */
export async function foundedBefore({ boss, wait }: Visit): Promise<string> {
  await boss.createOrganization({})
  wait(minute)
  const [root] = (await boss.listRoots({})).result.items
  return root?.id ?? ''
}
