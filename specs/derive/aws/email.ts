import { documentError, type SourceDocument } from '../source-document.ts'
import type { ProseLine } from './members.ts'

/** What the rules for an e-mail address amount to, and the lines that state each part. */
export interface EmailRules {
  readonly pattern: string
  readonly minLength: number
  readonly maxLength: number
  readonly from: number
  readonly to: number
  readonly lengthAt: number
}

/** The least of each rule's words that tells it from the others. */
const rules = {
  length: /minimum of (\d+) and a maximum of (\d+)/u,
  ascii: /7-bit ASCII/u,
  oneAt: /only one @/u,
  forbidden: /^whitespace, (.+)$/u,
  noLeadingDot: /local name .*begin with a dot/u,
  domain: /domain name .*only the characters/u,
  domainEnds: /domain name .*end with a hyphen/u,
  domainDot: /domain name .*at least one dot/u,
} as const

/**
 * Reads the list of rules for an e-mail address, when the prose announces one. The pattern has no lookaround,
 * so that strings can be generated from it. Control characters are left out of the local name although they
 * are ASCII: they are neither asked for nor refused. Throws when a rule of the list is missing.
 */
export function readEmailRules(
  document: SourceDocument,
  prose: readonly ProseLine[],
): EmailRules | undefined {
  const announced = prose.find(({ text }) => text.includes('rules for a valid email'))
  if (announced === undefined) return undefined
  const find = (
    rule: keyof typeof rules,
  ): { readonly line: number; readonly match: RegExpExecArray } => {
    for (const { line, text } of prose) {
      const match = rules[rule].exec(text)
      if (match !== null) return { line, match }
    }
    throw documentError(document, announced.line, `a rule “${rule}” in this list`)
  }
  const found = Object.keys(rules).map((rule) => find(rule as keyof typeof rules).line)
  const length = find('length')
  return {
    pattern: emailPattern((find('forbidden').match[1] ?? '').split(' ')),
    minLength: Number(length.match[1]),
    maxLength: Number(length.match[2]),
    from: announced.line,
    to: Math.max(...found),
    lengthAt: length.line,
  }
}

const emailPattern = (forbidden: readonly string[]): string => {
  const local = printable.filter((character) => character !== '@' && !forbidden.includes(character))
  const inner = characterClass(local)
  const first = characterClass(local.filter((character) => character !== '.'))
  return `^${first}${inner}*@[A-Za-z0-9][A-Za-z0-9.-]*\\.[A-Za-z0-9.-]*[A-Za-z0-9]$`
}

const printable = Array.from({ length: 0x7e - 0x20 }, (_, at) => String.fromCharCode(0x21 + at))

/** A character class without ranges across kinds; letters and digits are ranges, hyphen stands last. */
const characterClass = (characters: readonly string[]): string => {
  const marks = characters.filter((character) => !/[A-Za-z0-9-]/u.test(character))
  const escaped = marks.map((mark) => (/[\\\]^[]/u.test(mark) ? `\\${mark}` : mark)).join('')
  return `[A-Za-z0-9${escaped}${characters.includes('-') ? '-' : ''}]`
}
