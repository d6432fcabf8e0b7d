/**
 * A matcher for check ids: `*` stands for anything, slashes included; no other character is special. It takes time
 * that grows with the length of the id, whatever the pattern: every part is looked for once, from left to right.
 */
export function globMatcher(pattern: string): (id: string) => boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return (id) => id === first
  const parts = rest.filter((part) => part !== '')
  return (id) => {
    const end = id.length - last.length
    if (end < first.length || !id.startsWith(first) || !id.endsWith(last)) return false
    let at = first.length
    for (const part of parts) {
      const found = id.indexOf(part, at)
      if (found < 0 || found + part.length > end) return false
      at = found + part.length
    }
    return true
  }
}

/** Whether a pattern may match an id that starts so; yes is a guess where a `*` comes first, no is certain. */
export function mayMatchBelow(pattern: string, prefix: string): boolean {
  const [start = ''] = pattern.split('*')
  return start.startsWith(prefix) || (pattern !== start && prefix.startsWith(start))
}
