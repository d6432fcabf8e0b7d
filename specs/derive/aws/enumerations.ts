import type { Naming } from './naming.ts'
import type { Operation } from './operation.ts'
import type { Structure } from './structures.ts'
import type { SyntaxMember } from './syntax.ts'

/** An enumeration, named once and merged from all its places of use. */
export interface Enumeration {
  readonly name: string
  readonly values: readonly string[]
  /** The line of the syntax block that shows it first. */
  readonly syntaxLine: number
}

interface Use {
  readonly place: string
  readonly values: readonly string[]
  readonly line: number
}

/**
 * Merges the enumerations of all requests, responses and structures: equal value lists are one enumeration.
 * Throws when a list has no name, or two.
 */
export function mergeEnumerations(
  operations: readonly Operation[],
  structures: readonly Structure[],
  naming: Naming,
): readonly Enumeration[] {
  const uses = [...operations.flatMap(messageUses), ...structures.flatMap(structureUses)]
  const keys = [...new Set(uses.map(({ values }) => values.join('|')))]
  const enumerations = keys.map((key) => {
    const same = uses.filter(({ values }) => values.join('|') === key)
    const names = new Set(same.flatMap(({ place }) => naming.enums[place] ?? []))
    const [name] = names
    const [first] = same
    if (name === undefined || first === undefined || names.size > 1) {
      throw new Error(
        `line ${first?.line}: ${names.size} names for the enumeration of ${first?.place}`,
      )
    }
    return { name, values: first.values, syntaxLine: Math.min(...same.map(({ line }) => line)) }
  })
  return enumerations.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const messageUses = ({ name, sections, input, output }: Operation): readonly Use[] => [
  ...input.flatMap(({ syntax }) => use(`${name}Request`, syntax, sections.parameterSyntax)),
  ...output.flatMap(({ syntax }) => use(`${name}Response`, syntax, sections.resultSyntax)),
]

const structureUses = ({ name, members, syntaxLine }: Structure): readonly Use[] =>
  members.flatMap((member) => use(name, member, syntaxLine))

const use = (owner: string, { name, shape }: SyntaxMember, line: number): readonly Use[] =>
  shape.kind === 'enum' ? [{ place: `${owner}.${name}`, values: shape.values, line }] : []
