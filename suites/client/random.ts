/** A source of chance: numbers from 0 up to, not including, 1. */
export type Random = () => number

/** A source with a seed (32 bits), the same for the same seed (Marsaglia 2003, "Xorshift RNGs"). */
export function randomFrom(seed: number): Random {
  // a state of zero would stay zero
  let state = (seed ^ 0x9e_37_79_b9) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state = (state ^ (state << 5)) >>> 0
    return state / 2 ** 32
  }
}
