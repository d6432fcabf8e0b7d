import type { ErrorName } from '../../specs/vendor/refusals.ts'
import type { RowKind, VendorCell } from './matrix.ts'

/** What a vendor's documents say of a row, in one line of Markdown, without its citations. */
export function vendorText(kind: RowKind, cell: VendorCell): string {
  const { offered, reason = '', operations = [] } = cell
  if (offered) return offeredTexts[kind](cell)
  if (kind === 'limit' || kind === 'refusal') return reason
  return `${operations.length > 0 ? 'partly' : 'no'}: ${reason}`
}

/** The answers that fit; softer than a statement where the vendor does not tie them to the mistake. */
const refusalText = ({ answers = [], elsewhere = {}, level }: VendorCell): string => {
  const others = Object.keys(elsewhere).length
  return [
    answers.map(answerText).join(' or '),
    ...(level === 'must' ? [] : [`(${level})`]),
    ...(others === 0 ? [] : [`; otherwise for ${others} operation${others === 1 ? '' : 's'}`]),
  ]
    .join(' ')
    .replace(' ;', ';')
}

const answerText = ({ code, reason }: ErrorName): string =>
  reason === undefined ? `\`${code}\`` : `\`${code}\` \`${reason}\``

const offeredTexts: Readonly<Record<RowKind, (cell: VendorCell) => string>> = {
  feature: () => 'yes',
  limit: ({ value }) => String(value),
  scenario: () => 'asked',
  law: () => 'asked',
  refusal: refusalText,
}
