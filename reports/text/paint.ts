/** The colours of the terminal report by what they mean. */
const codes = { good: 32, bad: 31, soft: 33, quiet: 2, strong: 1 } as const

export type Tone = keyof typeof codes

/** Colours a text, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string

/** A painter for a terminal with ANSI colours, or one that leaves everything plain. */
export function paintIn(colours: boolean): Paint {
  return (tone, text) => (colours ? `\u001B[${codes[tone]}m${text}\u001B[0m` : text)
}
