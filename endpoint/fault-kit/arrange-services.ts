import type { Visit } from '../look.ts'
import { founded, joined } from './arrange.ts'

/** A service that can be trusted, and another one. */
export function serviceOf({ vendor }: Visit, nth: 0 | 1 = 0): string {
  return vendor.profile.services[nth]
}

/** The guest joins and administers a service; its id. */
export async function delegated(visit: Visit): Promise<string> {
  await founded(visit)
  const account = await joined(visit)
  const service = serviceOf(visit)
  await visit.boss.enableServiceAccess({ service })
  await visit.boss.registerDelegate({ account, service })
  return account
}
