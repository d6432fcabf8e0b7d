/** Whether names are in ascending order and each is there once: the one spelling that a signer may give a list. */
export function isSortedSet(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)
}

/**
 * The names of signed headers, joined by semicolons. Undefined when one has a capital letter or a character that no
 * name has, or the list is not a sorted set: such a list has no canonical form, so nobody can recompute a signature.
 */
export function readHeaderNames(text: string): readonly string[] | undefined {
  const names = text.split(';')
  const plain = names.every((name) => /^[a-z0-9!#$%&'*+.^_`|~-]+$/u.test(name))
  return plain && isSortedSet(names) ? names : undefined
}
