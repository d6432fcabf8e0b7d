import type { Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'
import type { StatedCaller } from '../stated-caller.ts'
import { readCaller } from './caller.ts'
import { readExamples, type Example } from './examples.ts'
import { readExceptions, type DeclaredException } from './exceptions.ts'
import { readMembers, type MemberEntry } from './members.ts'
import type { OperationSections } from './sections.ts'
import { parseSyntax, type SyntaxMember, type SyntaxShape } from './syntax.ts'

/** A top-level member of a request or a response: what the syntax shows and what the details add. */
export interface TopMember {
  readonly syntax: SyntaxMember
  readonly entry: MemberEntry
}

/** One operation as the page describes it. */
export interface Operation {
  readonly name: string
  readonly sections: OperationSections
  readonly caller: StatedCaller
  readonly input: readonly TopMember[]
  readonly output: readonly TopMember[]
  readonly exceptions: readonly DeclaredException[]
  readonly examples: readonly Example[]
}

/**
 * Reads one operation. Structure comes from the syntax blocks; the details are held against them, and every
 * disagreement in names, order, required marks or types throws with the line.
 */
export function readOperation(document: SourceDocument, sections: OperationSections): Operation {
  return {
    name: sections.name,
    sections,
    caller: readCaller(document, sections.intro),
    input: readMessage(document, sections.parameterSyntax, sections.parameterDetails),
    output: readMessage(document, sections.resultSyntax, sections.resultDetails),
    exceptions: readExceptions(document, sections.errors),
    examples: readExamples(document, sections.examples),
  }
}

const readMessage = (
  document: SourceDocument,
  syntaxLine: number,
  details: Span,
): readonly TopMember[] => {
  const members = readSyntax(document, syntaxLine)
  if (members.length > 0 && lineAt(document, details.from) !== 'Members') {
    throw documentError(document, details.from, 'the heading “Members”')
  }
  const names = members.map(({ name }) => name)
  const entries = readMembers(document, details, names)
  return members.flatMap((syntax, at) => {
    const entry = entries[at]
    if (entry === undefined)
      throw documentError(document, details.to + 1, `the member ${syntax.name}`)
    expectAgreement(document, { syntax, entry })
    return [{ syntax, entry }]
  })
}

const readSyntax = (document: SourceDocument, line: number): readonly SyntaxMember[] => {
  const text = lineAt(document, line)
  const literal = /^\$result = \$client->\w+\((\[.*\])\);$/u.exec(text)?.[1] ?? text
  if (literal === '[]') return []
  try {
    return parseSyntax(literal)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw documentError(document, line, `a syntax block (${reason})`)
  }
}

const expectAgreement = (document: SourceDocument, { syntax, entry }: TopMember): void => {
  if (syntax.required !== entry.required) {
    throw documentError(
      document,
      entry.span.from,
      `${syntax.name} to be required alike in both places`,
    )
  }
  if (!agrees(entry.type, syntax.shape)) {
    throw documentError(document, entry.span.from, `${syntax.name} to have one type in both places`)
  }
}

/** Whether a type in words names the shape that a syntax block shows. */
export function agrees(type: string, shape: SyntaxShape): boolean {
  if (shape.kind === 'list') {
    return shape.of.kind === 'structure'
      ? /^Array of \w+ structures$/u.test(type)
      : type === 'Array of strings'
  }
  return words[shape.kind].test(type)
}

const words: Readonly<Record<Exclude<SyntaxShape['kind'], 'list'>, RegExp>> = {
  string: /^string$/u,
  enum: /^string$/u,
  integer: /^int$/u,
  timestamp: /^timestamp \(/u,
  boolean: /^boolean$/u,
  structure: /^\w+ structure$/u,
  recursion: /^Array of \w+ structures$/u,
}
