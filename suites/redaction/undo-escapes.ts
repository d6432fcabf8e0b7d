/** A part of a text: from, and up to but not including. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A text without its escapes, and where its parts stood before. */
export interface Undone {
  readonly text: string
  readonly origin: (span: Span) => Span
}

/**
 * The escapes of JSON and JavaScript strings (RFC 8259), URLs (RFC 3986), HTML and XML, and JSON pointers (RFC 6901),
 * in any case of their letters.
 */
const escapes =
  /\\u(?<unit>[0-9a-f]{4})|\\u\{(?<point>[0-9a-f]{1,6})\}|\\x(?<byte>[0-9a-f]{2})|\\(?<sign>[\\/"'bfnrt])|(?<octets>(?:%[0-9a-f]{2})+)|&#x0*(?<hex>[0-9a-f]{1,6});?|&#0*(?<decimal>\d{1,7});?|&(?<name>[a-z]{2,6});|~(?<step>[01])/giu

type Groups = Readonly<Record<string, string | undefined>>

const signs: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** The named characters of HTML that a secret may hold and an encoder may write. */
const names: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  sol: '/',
  bsol: '\\',
  plus: '+',
  equals: '=',
  num: '#',
  colon: ':',
  period: '.',
  lowbar: '_',
}

const codePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** What an escape means, character by character where it stands for several; undefined when it means nothing. */
const meanings: readonly ((groups: Groups) => string | undefined)[] = [
  ({ unit }) => unit && String.fromCharCode(Number.parseInt(unit, 16)),
  ({ point, hex }) => (point ?? hex) && codePoint(Number.parseInt(point ?? hex ?? '', 16)),
  ({ byte }) => byte && String.fromCharCode(Number.parseInt(byte, 16)),
  ({ sign }) => sign && (signs[sign.toLowerCase()] ?? sign),
  ({ octets }) => octets && Buffer.from(octets.replaceAll('%', ''), 'hex').toString(),
  ({ decimal }) => decimal && codePoint(Number(decimal)),
  ({ name }) => name && names[name.toLowerCase()],
  ({ step }) => step && (step === '0' ? '~' : '/'),
]

const meaningOf = (groups: Groups): string | undefined => {
  for (const meaning of meanings) {
    const meant = meaning(groups)
    if (meant !== undefined && meant !== '') return meant
  }
  return undefined
}

interface Step {
  /** where the meaning stands in the text without escapes */
  readonly after: Span
  /** where the escape stood */
  readonly before: Span
}

/** A text with one layer of escapes undone; undefined when it has none. */
export function undoEscapes(text: string): Undone | undefined {
  const steps: Step[] = []
  let undone = ''
  let read = 0
  for (const { 0: whole, index, groups = {} } of text.matchAll(escapes)) {
    const meant = meaningOf(groups)
    if (meant === undefined) continue
    undone += text.slice(read, index)
    read = index + whole.length
    pushSteps(steps, { meant, from: undone.length, before: { from: index, to: read } })
    undone += meant
  }
  if (steps.length === 0) return undefined
  return { text: undone + text.slice(read), origin: originIn(steps) }
}

interface Meant {
  readonly meant: string
  readonly from: number
  readonly before: Span
}

/** A run of percent escapes is one step for each character where all are ASCII: three characters for each. */
const pushSteps = (steps: Step[], { meant, from, before }: Meant): void => {
  const length = (before.to - before.from) / meant.length
  if (length !== 3) {
    steps.push({ before, after: { from, to: from + meant.length } })
    return
  }
  for (let index = 0; index < meant.length; index += 1) {
    const start = before.from + index * 3
    steps.push({
      before: { from: start, to: start + 3 },
      after: { from: from + index, to: from + index + 1 },
    })
  }
}

/** Whatever lies within an escape's meaning takes the whole escape along. */
const originIn =
  (steps: readonly Step[]) =>
  ({ from, to }: Span): Span => {
    const start = stepBefore(steps, from)
    const last = stepBefore(steps, to - 1)
    return {
      from: from < start.after.to ? start.before.from : start.before.to + from - start.after.to,
      to: to <= last.after.to ? last.before.to : last.before.to + to - last.after.to,
    }
  }

const nowhere: Step = { before: { from: 0, to: 0 }, after: { from: 0, to: 0 } }

/** The last step that begins at or before a place. */
const stepBefore = (steps: readonly Step[], place: number): Step => {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle] ?? nowhere).after.from <= place) low = middle + 1
    else high = middle
  }
  return steps[low - 1] ?? nowhere
}
