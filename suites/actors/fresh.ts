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

/** Whether a value carries the mark of a run. */
export function carriesMark(value: string, mark: string): boolean {
  return value.includes(mark)
}

/**
 * The mark of the run that made a name; undefined for a name that no run made. It begins with a nought and ends with a
 * sum of what stands between, so that the names of others are hardly ever taken for one.
 */
export function markIn(name: string): string | undefined {
  const [, text, nonce = '', sum] =
    /^[a-z][0-9A-Za-z-]*(-0([0-9a-z]{8})([0-9a-z]{2})-)[0-9a-z]{1,6}$/u.exec(name) ?? []
  return text !== undefined && sumOf(numberOf(nonce)) === sum ? text : undefined
}

/** The nonce of the run that a mark is of. */
export function nonceIn(mark: string): bigint {
  return numberOf(mark.slice('-0'.length, '-0'.length + 8))
}

/**
 * A source of names; `nonce` is a number below 2^40 that differs from run to run. Of a run that goes on, so many names are
 * taken.
 */
export function freshFrom(nonce: bigint, mint: AccountMint, taken = 0n): Fresh {
  let count = taken
  const next = (): bigint => (count += 1n)
  const mark = `-0${nonce.toString(36).padStart(8, '0')}${sumOf(nonce)}-`
  const tail = (): string => `${mark}${next().toString(36)}`
  return {
    mark,
    name: (noun) => `${noun.slice(0, 20)}${tail()}`,
    email: () => `orgproof${tail()}@example.com`,
    account: () => mint(nonce * 100_000n + next()),
  }
}

/** Two letters or digits that hardly any other number has: one in 1,296. */
const sumOf = (nonce: bigint): string =>
  ((nonce * 7_919n + 613n) % 1_296n).toString(36).padStart(2, '0')

const numberOf = (text: string): bigint =>
  Array.from(text).reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
