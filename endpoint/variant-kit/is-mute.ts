import { operationOf } from '../../specs/contract/contract.ts'
import { isObject } from '../../specs/contract/json.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'

/** Whether an operation answers nothing by the contract. */
export function isMute({ contract }: Vendor, operation: string): boolean {
  const { properties } = operationOf(contract, operation).output
  return !isObject(properties) || Object.keys(properties).length === 0
}
