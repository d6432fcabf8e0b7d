import { statusOf } from '../../specs/contract/contract.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sameWord } from './codes.ts'

/**
 * The HTTP statuses that are stated for a code, and those that the real service is seen to give it; undefined where
 * nobody says any, and for what passes by waiting, which has any.
 */
export function statedStatuses(
  vendor: Vendor,
  code: string,
): readonly [number, ...number[]] | undefined {
  const { contract, protocol, refusals } = vendor
  if (refusals.transient.some((name) => name.code === code)) return undefined
  if (protocol.statusAlwaysOk === true) return [200]
  const stated = statusOf(contract, code)
  const seen = Object.entries(refusals.observedStatuses ?? {}).find(([name]) =>
    sameWord(vendor, name, code),
  )?.[1].statuses
  const [first, ...others] = [...(stated === undefined ? [] : [stated]), ...(seen ?? [])]
  return first === undefined ? undefined : [first, ...others]
}

/** Says that a code came with another status than those; undefined where it is one of them. */
export function wrongStatus(
  { code, status }: { readonly code: string; readonly status: number },
  fitting: readonly number[],
): string | undefined {
  if (fitting.includes(status)) return undefined
  return `${code} comes with status ${status}, not ${fitting.join(' or ')}`
}
