/** The line and column of an offset in a text, both counted from 1: `line:column`. */
export function lineColumn(text: string, offset: number): string {
  const before = text.slice(0, offset)
  let [line, begin] = [1, 0]
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', begin)) {
    line += 1
    begin = at + 1
  }
  return `${line}:${before.length - begin + 1}`
}
