/** What a request came to, as `received` tells it: of which operation, and what it was, without place and number. */
export interface Met {
  readonly operation: string
  /** `success`, `refusal CODE`, or the kind of another answer and what is wrong with it */
  readonly as: string
}

/** What `describeOutcome` writes, by what it is. */
const wordings: readonly { readonly said: RegExp; readonly as: (rest: string) => string }[] = [
  { said: /^([A-Za-z]\w*) (?:succeeds|is carried out)/u, as: () => 'success' },
  { said: /^([A-Za-z]\w*) is refused: HTTP \d+ ([^\s,;]+)/u, as: (code) => `refusal ${code}` },
  {
    said: /^([A-Za-z]\w*) ((?:hollow|garbled|unimplemented|unsettled): .*)$/su,
    as: (kind) => plain(kind),
  },
]

/** Reads what `describeOutcome` wrote. Undefined for any other text. */
export function metIn(received: string): Met | undefined {
  for (const { said, as } of wordings) {
    const [, operation, rest = ''] = said.exec(received) ?? []
    if (operation !== undefined) return { operation, as: as(rest) }
  }
  return undefined
}

/** Without what is added: how often it was said, and in which play. */
const plain = (text: string): string =>
  text
    .replace(/, said again after .*$/su, '')
    .replace(/ \((?:not asked again|in one of several plays|held late)[^)]*\)$/u, '')
