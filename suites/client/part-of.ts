/**
 * A part of a text, as a text of its own: the engine would let a plain slice keep the whole one in memory for as long as
 * the slice is kept.
 */
export function partOf(text: string, from: number, to?: number): string {
  return Buffer.from(text.slice(from, to)).toString()
}
