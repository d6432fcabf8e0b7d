import type { Citation } from '../../specs/contract/citation.ts'
import type { Contract } from '../../specs/contract/contract.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'
import { readCitation } from '../../specs/contract/read-citation.ts'
import type { Basis } from '../verdict/basis.ts'
import type { InputField } from './input-field.ts'

/** Who states a keyword of a field, and how firmly: softly where the number or form is not the document's own. */
export function evidenceFor(contract: Contract, field: InputField, keyword: string): Basis {
  const { schema } = field
  const soft = listed(schema['x-soft'], keyword) || (keyword === 'required' && field.softlyRequired)
  const constraints = schema['x-constraints']
  const stated = isObject(constraints) ? constraints[keyword] : undefined
  const overlaid = soft ? errataOf(contract, schema['x-overlay']) : []
  return {
    level: soft ? 'should' : 'must',
    citations: [
      ...linesOf(contract, stated),
      ...linesOf(contract, schema['x-citation']),
      ...overlaid,
    ],
  }
}

const linesOf = (contract: Contract, citation: Json | undefined): readonly Citation[] =>
  isObject(citation) ? [readCitation(citation, contract.document, 'the contract')] : []

const errataOf = (contract: Contract, ids: Json | undefined): readonly Citation[] =>
  Array.isArray(ids) ? (ids as readonly string[]).flatMap((id) => contract.errata?.[id] ?? []) : []

const listed = (list: Json | undefined, name: string): boolean =>
  Array.isArray(list) && (list as readonly Json[]).includes(name)
