/** What a type cell says: a scalar, a structure by name, or a list of either. */
export type CellType =
  | { readonly kind: 'string' | 'integer' | 'boolean' }
  | { readonly kind: 'structure'; readonly name: string }
  | { readonly kind: 'list'; readonly of: CellType }

const scalars: Readonly<Record<string, CellType>> = {
  string: { kind: 'string' },
  integer: { kind: 'integer' },
  boolean: { kind: 'boolean' },
}

/** Reads a type cell; a page that breaks a name with a blank is mended. Undefined when it says none of these. */
export function readCellType(cell: string): CellType | undefined {
  const scalar = scalars[cell.toLowerCase()]
  if (scalar !== undefined) return scalar
  if (cell === 'Array of strings') return { kind: 'list', of: { kind: 'string' } }
  const [, list, name] = /^(Array of )?(\w[\w ]*) objects?$/u.exec(cell) ?? []
  if (name === undefined) return undefined
  const structure: CellType = { kind: 'structure', name: name.replaceAll(' ', '') }
  return list === undefined ? structure : { kind: 'list', of: structure }
}

/** The name of the structure that a type names, itself or as what its list holds. */
export function structureNamed(type: CellType): string | undefined {
  if (type.kind === 'structure') return type.name
  return type.kind === 'list' ? structureNamed(type.of) : undefined
}
