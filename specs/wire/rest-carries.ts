import type { Operation } from '../contract/contract.ts'
import type { JsonObject } from '../contract/json.ts'

/** A member of a call: where it travels, and its schema if it has one. */
export interface Carried {
  readonly place: Operation['locations'][string]
  readonly schema: JsonObject | undefined
}

/** Faults that no path can have: a missing or empty step is another path, and a step has no type. */
const notInPath = /^(?:required|null|type|min-length)\//u
/** Faults that no text can have: it is neither null nor of a type. */
const notInText = /^(?:null|type)\//u
/** Nor does HTTP let these characters into a header's value (RFC 9110 section 5.5). */
const notInHeader = /^(?:null|type)\/|\/(?:line-break|non-ascii)$/u

/** Types whose texts can be wrong: the others take any text. */
const spelled: ReadonlySet<unknown> = new Set(['integer', 'number', 'boolean'])

/** Whether a message can carry a member with a fault (`<keyword>/<variant>`) so that a listener hears it. */
export function carriesRest({ place, schema }: Carried, fault: string): boolean {
  switch (place) {
    case 'body':
      return true
    case 'path':
      return !notInPath.test(fault)
    case 'query':
      return !notInText.test(fault) || (spelled.has(schema?.['type']) && !fault.startsWith('null/'))
    case 'header':
      return !notInHeader.test(fault)
  }
}
