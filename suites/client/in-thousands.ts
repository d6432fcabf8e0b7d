/** A number for people: 9,856. */
export function inThousands(count: number): string {
  return count.toLocaleString('en-US')
}
