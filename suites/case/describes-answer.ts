import type { Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'

/**
 * Whether the contract describes any member of an answer but those of the protocol's own frame: where it describes none, no
 * answer can break it.
 */
export function describesAnswer({ output }: Pick<Operation, 'output'>): boolean {
  return Object.values(output['properties'] ?? {}).some(
    (member: Json) => isObject(member) && member['x-protocol'] === undefined,
  )
}
