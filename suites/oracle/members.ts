import type { Citation } from '../../specs/contract/citation.ts'
import type { Contract, Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { readCitation } from '../../specs/contract/read-citation.ts'
import { resolved } from '../../specs/contract/resolve-reference.ts'
import { below } from './compare-answer.ts'

/** A member of an answer that can be compared: a text, a number, a flag, or a list as a whole. */
export interface Member {
  /** names joined by dots; entries of a list have no number */
  readonly member: string
  /** who says that the answer has it */
  readonly citation?: Citation
  /** the contract says which values it knows, and a newer one is none of them */
  readonly isListed?: true
  /** it knows one value only: whatever else stands there is a newer one */
  readonly isSingle?: true
}

/** Every member that the contract describes in the answer of an operation, but those of the protocol's own frame. */
export function membersOf(contract: Contract, { output }: Operation): readonly Member[] {
  const members = new Map<string, Member>()
  for (const found of walk(contract, output, '')) {
    if (!members.has(found.member)) members.set(found.member, found)
  }
  return [...members.values()]
}

function* walk(contract: Contract, schema: Json, member: string): Generator<Member> {
  const told = toldBy(contract, schema)
  if (told === undefined) return
  const { properties, items } = told
  if (isObject(properties)) {
    for (const [name, value] of Object.entries(properties)) {
      // what nests in its own kind is described once
      const place = below(member, name)
      if (place !== member) yield* walk(contract, value, place)
    }
    return
  }
  if (member === '') return
  yield { member, ...citationIn(contract, told), ...valuesIn(told) }
  if (items !== undefined) yield* walk(contract, items, member)
}

/** The schema of what is told: not of the null that may stand for it. Undefined for the protocol's own frame. */
const toldBy = (contract: Contract, schema: Json): JsonObject | undefined => {
  if (!isObject(schema)) return undefined
  const { anyOf, ...whole } = resolved(contract.openapi, schema)
  if (whole['x-protocol'] !== undefined) return undefined
  const [first] = Array.isArray(anyOf) ? (anyOf as readonly Json[]) : []
  if (first === undefined) return whole
  const told = toldBy(contract, first)
  return told && { ...told, ...whole }
}

const valuesIn = ({ enum: values }: JsonObject): Pick<Member, 'isListed' | 'isSingle'> => {
  if (!Array.isArray(values)) return {}
  return { isListed: true, ...(values.length === 1 && { isSingle: true }) }
}

const citationIn = (contract: Contract, schema: JsonObject): Pick<Member, 'citation'> => {
  const stated = schema['x-citation']
  return isObject(stated)
    ? { citation: readCitation(stated, contract.document, 'the contract') }
    : {}
}
