/** A source of choices that is the same for the same seed. */
export interface Chance {
  /** a whole number from 0 to below the limit */
  readonly below: (limit: number) => number
  /** one of the choices; there has to be one */
  readonly oneOf: <T>(choices: readonly T[]) => T
}

/** The minimal standard generator of Park and Miller, from a seed of 1 and more. */
export function chanceOf(seed: number): Chance {
  let state = seed
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * limit)
  }
  return { below, oneOf: <T>(choices: readonly T[]) => choices[below(choices.length)] as T }
}
