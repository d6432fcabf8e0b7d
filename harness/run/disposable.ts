import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { exitCodes, type Obstacle } from '../problem.ts'
import type { TargetPlan } from './run-plan.ts'

/**
 * Why an endpoint elsewhere that is said to be thrown away may not be written to all the same; undefined where it may: any
 * account calls it, nobody stands between, and it is no vendor's own.
 */
export async function disposalDenied({
  endpoint = '',
  accounts,
  proxy,
}: TargetPlan): Promise<Obstacle | undefined> {
  const owner = await ownerOf(new URL(endpoint).hostname)
  if (owner !== undefined) return denied(`${endpoint} belongs to ${owner}: nobody throws that away`)
  if (accounts.mode !== 'any') {
    return denied(`${endpoint} is said to be disposable, and its accounts are given`)
  }
  if (proxy !== undefined) return denied(`${endpoint} is said to be disposable, behind a proxy`)
  return undefined
}

/** The vendor whose real endpoints have names in the domain of this one. */
const ownerOf = async (hostname: string): Promise<string | undefined> => {
  const name = hostname.replace(/\.$/u, '')
  for (const id of knownVendors) {
    const { domains } = (await loadVendor(id)).profile
    if (domains.some((domain) => name === domain || name.endsWith(`.${domain}`))) return id
  }
  return undefined
}

const denied = (message: string): Obstacle => ({
  exitCode: exitCodes.refused,
  problem: {
    code: 'NOT_DISPOSABLE',
    message: `${message}: nothing is written there`,
    hint: 'leave disposable out, and add --read-only to ask what reads alone can show',
  },
})
