import type { CallerClass } from '../../contract/contract.ts'
import { cite, type Span } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import type { StatedCaller } from '../stated-caller.ts'
import { textLines } from './text.ts'

/** Marks of the sentences that name a caller, most specific first: the first that fits decides. */
const marks: readonly (readonly [CallerClass, RegExp])[] = [
  ['management-or-delegate', /only from the .*management account or .*delegated administrator/u],
  ['management', /only from the (?:organization's )?management account/u],
  ['management', /must use the management account/u],
  ['member', /only from a member account/u],
  ['recipient', /only from the account that received/u],
  ['originator', /only from the account that initiated/u],
  ['standalone', /credentials from the account that is to become/u],
  ['any-member', /called by all accounts in an organization/u],
  ['any', /called by any account/u],
]

/** A sentence that speaks of callers: one that no mark knows must not pass unread. */
const restriction = /\bbe called\b|\bcall this API\b/u

/**
 * Reads who may call an API from what its section says of its function. Paragraphs are joined, for pages cut
 * them. Throws when the caller is restricted in words that no mark knows.
 */
export function readCaller(document: SourceDocument, purpose: Span): StatedCaller {
  const paragraphs = textLines(document, purpose)
  const from = paragraphs[0]?.line
  const to = paragraphs.at(-1)?.line
  if (from === undefined || to === undefined) {
    throw documentError(document, purpose.from, 'what the API is for')
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join(' ')
  const caller = marks.find(([, mark]) => mark.test(text))?.[0]
  if (caller !== undefined) return { caller, citation: cite(document.lines, { from, to }) }
  if (restriction.test(text)) {
    throw documentError(document, from, 'a sentence about the caller in known words')
  }
  return { caller: 'unstated', citation: undefined }
}
