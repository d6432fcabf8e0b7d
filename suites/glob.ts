/** A matcher for check ids: `*` stands for anything, slashes included; no other character is special. */
export function globMatcher(pattern: string): (id: string) => boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('.*')
  const expression = new RegExp(`^${source}$`, 'u')
  return (id) => expression.test(id)
}
