/** Names that nothing else has: unique in the run and, by its nonce, on the endpoint. */
export interface Fresh {
  /** stands in every name: what carries it was made by this run */
  readonly mark: string
  /** at most 40 letters, digits and hyphens, starting with a letter */
  readonly name: (noun: string) => string
  readonly email: () => string
  /** the id of an account that nobody used before */
  readonly account: () => string
}

/** How the ids of a vendor's accounts look. */
export type AccountMint = (count: bigint) => string

/**
 * A source of names; `nonce` is a number below 2^40 that differs from run to run. Of a run that goes on, so many names are
 * taken.
 */
export function freshFrom(nonce: bigint, mint: AccountMint, taken = 0n): Fresh {
  let count = taken
  const next = (): bigint => (count += 1n)
  const mark = `-${nonce.toString(36)}-`
  const tail = (): string => `${mark}${next().toString(36)}`
  return {
    mark,
    name: (noun) => `${noun.slice(0, 20)}${tail()}`,
    email: () => `orgproof${tail()}@example.com`,
    account: () => mint(nonce * 100_000n + next()),
  }
}
