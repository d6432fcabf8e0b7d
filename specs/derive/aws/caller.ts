import type { CallerClass } from '../../contract/contract.ts'
import { cite, type Span } from '../citation.ts'
import { documentError, lineAt, type SourceDocument } from '../source-document.ts'
import type { StatedCaller } from '../stated-caller.ts'

/** Marks of the sentences that name a caller, most specific first: the first that fits a line decides. */
const marks: readonly (readonly [CallerClass, RegExp])[] = [
  ['management-or-delegate', /\bonly from\b.*\bmember account .*\bdelegated/u],
  ['management', /\bonly\b.*\bfrom the (?:\w+'s )?management account/u],
  ['management', /\baction from the management account/u],
  ['any-member', /called from any account/u],
  ['member', /\bonly from a member account/u],
  ['recipient', /\bonly from the account .*\breceived/u],
  ['originator', /\bonly from the account .*\boriginated/u],
  ['standalone', /\bcredentials from the account .*\bto become/u],
]

/** The sentence that opens a list of principals, each bound to a kind of handshake. */
const principals = /only call .* by the following principals/u
/** A sentence that speaks of callers: one that no mark knows must not pass unread. */
const restriction = /operation can be called|can only call this/u
const principal = /: only a principal from/u

/**
 * Reads who may call an operation from its introduction. Throws when two sentences name different callers, or
 * a sentence restricts the caller in words that no mark knows.
 */
export function readCaller(document: SourceDocument, intro: Span): StatedCaller {
  const sentences: { readonly line: number; readonly caller: CallerClass }[] = []
  for (let line = intro.from; line <= intro.to; line += 1) {
    const text = lineAt(document, line)
    if (principals.test(text)) return readPrincipals(document, { from: line, to: intro.to })
    const caller = marks.find(([, mark]) => mark.test(text))?.[0]
    if (caller !== undefined) sentences.push({ line, caller })
    else if (restriction.test(text)) {
      throw documentError(document, line, 'a sentence about the caller in known words')
    }
  }
  const [first] = sentences
  if (first === undefined) return { caller: 'unstated', citation: undefined }
  const other = sentences.find(({ caller }) => caller !== first.caller)
  if (other !== undefined) {
    throw documentError(document, other.line, `the caller ${first.caller} as said before`)
  }
  const span = { from: first.line, to: first.line }
  return { caller: first.caller, citation: cite(document.lines, span) }
}

const readPrincipals = (document: SourceDocument, span: Span): StatedCaller => {
  let last = span.from
  for (let line = span.from; line <= span.to; line += 1) {
    if (principal.test(lineAt(document, line))) last = line
  }
  if (last === span.from) throw documentError(document, span.from + 1, 'a list of principals')
  return { caller: 'recipient', citation: cite(document.lines, { from: span.from, to: last }) }
}
