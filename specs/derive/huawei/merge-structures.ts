import { documentError, type SourceDocument } from '../source-document.ts'
import type { Structure } from './structures.ts'

/**
 * One structure per name and side, as first printed. Throws with the line of a print whose fields differ from
 * the first one's: the manual would describe two things under one name.
 */
export function mergeStructures(
  document: SourceDocument,
  printed: readonly Structure[],
): readonly Structure[] {
  const merged = new Map<string, Structure>()
  for (const structure of printed) {
    const key = `${structure.side} ${structure.name}`
    const first = merged.get(key)
    if (first === undefined) merged.set(key, structure)
    else if (outline(first) !== outline(structure)) {
      const { from } = structure.table.table.span
      throw documentError(document, from, `the fields of ${structure.name} as printed before`)
    }
  }
  return [...merged.values()]
}

const outline = ({ fields }: Structure): string =>
  JSON.stringify(fields.map(({ name, type, mandatory }) => [name, type, mandatory]))
