/** Whether a text is of a pattern in which `*` stands for any characters, and `?` for one. */
export function fits(text: string, pattern: string): boolean {
  return areAlike(Array.from(text), Array.from(pattern))
}

/**
 * The same of characters. When characters do not fit, the last `*` takes one more and no earlier one is tried again:
 * whatever an earlier one could take, the last can, too. So no character is met more often than the pattern is long.
 */
export function areAlike(text: ArrayLike<string>, pattern: ArrayLike<string>): boolean {
  let [at, next] = [0, 0]
  let star: { next: number; at: number } | undefined
  while (at < text.length) {
    const wanted = pattern[next]
    if (wanted === '*') {
      next += 1
      star = { next, at }
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[at])) {
      at += 1
      next += 1
    } else if (star !== undefined) {
      star.at += 1
      at = star.at
      next = star.next
    } else return false
  }
  while (pattern[next] === '*') next += 1
  return next === pattern.length
}
