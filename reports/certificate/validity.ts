/** Milliseconds of a day. */
const day = 86_400_000

/** So many days a certificate may hold: at least, and at most. */
export const validDays: readonly [number, number] = [1, 3650]

/** Milliseconds after the end of its run that a certificate may hold at most. */
export const longestValidity: number = validDays[1] * day

/**
 * Until when a certificate holds, in ISO 8601: its days count from the end of the run, since a new signature makes old
 * results no newer.
 */
export function expiryOf({ finishedAt }: { readonly finishedAt: string }, days: number): string {
  return new Date(Date.parse(finishedAt) + days * day).toISOString()
}
