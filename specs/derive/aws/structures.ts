import type { Naming } from './naming.ts'
import type { Operation, TopMember } from './operation.ts'
import type { SyntaxMember, SyntaxShape } from './syntax.ts'

/** A structure merged from all its places of use. */
export interface Structure {
  readonly name: string
  readonly members: readonly SyntaxMember[]
  /** The line of the syntax block that shows it first. */
  readonly syntaxLine: number
}

/** All structures of a page, and how to name one from its shape. */
export interface Structures {
  readonly list: readonly Structure[]
  readonly nameOf: (members: readonly SyntaxMember[]) => string
}

interface Use {
  /** `Owner.Member`, for the names that only the naming knows. */
  readonly place: string
  readonly declared: string | undefined
  readonly members: readonly SyntaxMember[]
  readonly line: number
}

/**
 * Merges the structures of all syntax blocks. A top-level use is named by its type in words; a nested one
 * takes the name of the structure with the same members and enumerations, or a name of the naming. Members
 * alone would not do: three structures consist of an id and a type. Throws when a name has two shapes, or a
 * shape no name.
 */
export function mergeStructures(operations: readonly Operation[], naming: Naming): Structures {
  const names = new Map<string, string>()
  const shapes = new Map<string, string>()
  const learn = (name: string, use: Use): void => {
    const key = fingerprint(use.members)
    if ((names.get(key) ?? name) !== name || (shapes.get(name) ?? key) !== key) {
      throw new Error(`line ${use.line}: ${name} has another shape, or its shape another name`)
    }
    names.set(key, name)
    shapes.set(name, key)
  }
  const top = operations.flatMap(topUses)
  for (const use of top) if (use.declared !== undefined) learn(use.declared, use)
  const nameOf = (members: readonly SyntaxMember[]): string => {
    const name = names.get(fingerprint(members))
    if (name === undefined)
      throw new Error(
        `no name for the structure of ${members.map(({ name: member }) => member).join(', ')}`,
      )
    return name
  }
  const uses: Use[] = []
  const queue = [...top]
  for (let use = queue.shift(); use !== undefined; use = queue.shift()) {
    const name = names.get(fingerprint(use.members)) ?? naming.structures[use.place]
    if (name === undefined)
      throw new Error(`line ${use.line}: no name for the structure of ${use.place}`)
    learn(name, use)
    uses.push(use)
    queue.push(...nestedUses(name, use))
  }
  return { nameOf, list: collect(uses, nameOf) }
}

const topUses = (operation: Operation): readonly Use[] => {
  const lines = [operation.sections.parameterSyntax, operation.sections.resultSyntax]
  return [operation.input, operation.output].flatMap((members, at) =>
    members.flatMap((member) => topUse(operation.name, member, lines[at] ?? 0)),
  )
}

const topUse = (operation: string, { syntax, entry }: TopMember, line: number): readonly Use[] => {
  const members = membersOf(syntax.shape)
  if (members === undefined) return []
  const declared = /^(?:Array of )?(\w+) structures?$/u.exec(entry.type)?.[1]
  return [{ place: `${operation}.${syntax.name}`, declared, members, line }]
}

const nestedUses = (owner: string, { members, line }: Use): readonly Use[] =>
  members.flatMap(({ name, shape }) => {
    const inner = membersOf(shape)
    if (inner === undefined) return []
    return [{ place: `${owner}.${name}`, declared: undefined, members: inner, line }]
  })

/** The members of a structure or of a list's structure; none for anything else. */
const membersOf = (shape: SyntaxShape): readonly SyntaxMember[] | undefined => {
  if (shape.kind === 'structure') return shape.members
  return shape.kind === 'list' ? membersOf(shape.of) : undefined
}

/** Names, kinds and enumeration values, without required marks: those differ between requests and responses. */
const fingerprint = (members: readonly SyntaxMember[]): string =>
  JSON.stringify(members.map(({ name, shape }) => [name, shapeKey(shape)]))

const shapeKey = (shape: SyntaxShape): string => {
  if (shape.kind === 'enum') return shape.values.join('|')
  if (shape.kind === 'list') return `[${shapeKey(shape.of)}]`
  return shape.kind === 'structure' ? fingerprint(shape.members) : shape.kind
}

/** A member is required when any place of use marks it. */
const collect = (
  uses: readonly Use[],
  nameOf: (members: readonly SyntaxMember[]) => string,
): readonly Structure[] => {
  const merged = new Map<string, Structure>()
  for (const { members, line } of uses) {
    const name = nameOf(members)
    const known = merged.get(name)
    merged.set(name, {
      name,
      syntaxLine: Math.min(known?.syntaxLine ?? line, line),
      members: members.map((member, at) => ({
        ...member,
        required: member.required || known?.members[at]?.required === true,
      })),
    })
  }
  return [...merged.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
