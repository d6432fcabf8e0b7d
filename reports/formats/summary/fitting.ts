/** The lines of sections as long as there is room for them, in bytes. A section is there whole or not at all. */
export function fitting(sections: readonly (readonly string[])[], room: number): readonly string[] {
  const lines: string[] = []
  let left = room
  for (const section of sections) {
    left -= section.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
    if (left < 0) break
    lines.push(...section)
  }
  return lines
}
