/** Whether names are in ascending order and each is there once: the one spelling that a signer may give a list. */
export function isSortedSet(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)
}
