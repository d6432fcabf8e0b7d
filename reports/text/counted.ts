const numbers = new Intl.NumberFormat('en')

/** A number with its noun: `1 check`, `1,835 checks`. */
export function counted(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`
}
