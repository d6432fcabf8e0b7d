import { cite, type LineCitation } from '../citation.ts'
import { documentError, type SourceDocument } from '../source-document.ts'
import { cellsOf } from './table.ts'
import { headingAfter, textLines } from './text.ts'

/** A permission that a user of an account needs for an API. */
export interface Action {
  readonly action: string
  /** The member whose presence makes it necessary; none when it always is. */
  readonly when: string | undefined
}

/** A row of the table of actions: the API that it speaks of, as the row prints it, and what that needs. */
export interface PermittedApi {
  readonly method: string
  readonly path: string
  readonly actions: readonly Action[]
  readonly citation: LineCitation
}

const api = /^(GET|POST|PUT|PATCH|DELETE) (\/[\w/{}-]+)$/u
const actionNames = /(?:organizations|iam):\w+:[a-zA-Z]+?(?=organizations:|iam:|[^a-zA-Z]|$)/gu
const nextChapter = /^6 /u

/**
 * Reads the tables of actions below a heading. Rows may print their actions as a list without separators.
 * Throws with the line of a row without an API or actions.
 */
export function readActions(document: SourceDocument, heading: string): readonly PermittedApi[] {
  const from = headingAfter(document, 0, heading)
  const rows: PermittedApi[] = []
  for (const { line, text } of textLines(document, { from: from + 1, to: document.lines.length })) {
    if (nextChapter.test(text)) return rows
    const cells = cellsOf(text)
    if (cells.length === 1 || cells[0] === 'Permission') continue
    rows.push(permittedApi(document, line, cells))
  }
  throw documentError(document, document.lines.length + 1, 'the chapter below the actions')
}

const permittedApi = (
  document: SourceDocument,
  line: number,
  cells: readonly string[],
): PermittedApi => {
  const [, method, path] = api.exec(cells[1] ?? '') ?? []
  const actions = actionsIn(cells[2] ?? '')
  if (cells.length !== 5 || method === undefined || path === undefined || actions.length === 0) {
    throw documentError(document, line, 'a row that names an API and its actions')
  }
  return { method, path, actions, citation: cite(document.lines, { from: line, to: line }) }
}

/** The condition in brackets behind an action is the only one there is: tags are sent along. */
const actionsIn = (cell: string): readonly Action[] => {
  const text = cell.replaceAll(/<[^>]*>/gu, ' ')
  const names = [...text.matchAll(actionNames)].map(([name]) => name)
  const conditional = /\(\s*if tag information is requested\s*\)\s*$/u.test(text)
  return names.map((action, at) => ({
    action,
    when: conditional && at === names.length - 1 ? 'tags' : undefined,
  }))
}
