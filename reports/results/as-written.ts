/** A value as a file holds it: members that are undefined and members that are not there are the same. */
export function asWritten(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}
