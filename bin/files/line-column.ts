/** Says where an offset of a text stands: its line and column, both counted from 1, as `line:column`. */
export type LineColumn = (offset: number) => string

/** Characters between two places whose lines are known. */
const stride = 65_536

/**
 * The lines and columns of one text. Its lines are counted once, when the first place is asked for; what is kept of
 * them is one number for each 65,536 characters, however many lines there are.
 */
export function lineColumnsOf(text: string): LineColumn {
  let counted: readonly number[] | undefined
  return (offset) => {
    counted ??= linesBefore(text)
    const known = Math.floor(offset / stride)
    const line = (counted[known] ?? 0) + breaksIn(text, known * stride, offset) + 1
    // before the first character there is none: lastIndexOf would take -1 for 0
    const begin = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
    return `${line}:${offset - begin + 1}`
  }
}

/** How many line breaks stand before each multiple of the stride. */
const linesBefore = (text: string): readonly number[] => {
  const counted = [0]
  let lines = 0
  for (let from = 0; from + stride <= text.length; from += stride) {
    lines += breaksIn(text, from, from + stride)
    counted.push(lines)
  }
  return counted
}

const lineFeed = 0x0a

const breaksIn = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === lineFeed) count += 1
  return count
}
