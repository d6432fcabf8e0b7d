import { quoted, type Problem } from '../../harness/problem.ts'

/** A value that was read, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly problem: Problem }

/** A whole number within bounds from the text of a flag or variable, as people write one: digits and nothing else. */
export function readWhole(
  flag: string,
  text: string,
  [least, most]: readonly [number, number],
): Reading<number> {
  const value = Number(text)
  if (/^\d{1,15}$/.test(text) && value >= least && value <= most) return { value }
  return {
    problem: {
      code: 'NOT_A_NUMBER',
      message: `${flag} is ${quoted(text)}`,
      hint: `give a whole number from ${least} to ${most}`,
    },
  }
}

/** A number within bounds, with at most two decimals, from the text of a flag or variable. */
export function readDecimal(
  flag: string,
  text: string,
  [least, most]: readonly [number, number],
): Reading<number> {
  const value = Number(text)
  if (/^\d{1,15}(?:\.\d{1,2})?$/.test(text) && value >= least && value <= most) return { value }
  return {
    problem: {
      code: 'NOT_A_NUMBER',
      message: `${flag} is ${quoted(text)}`,
      hint: `give a number from ${least} to ${most}, with two decimals at most`,
    },
  }
}

/** A shard written as `i/n`, counted from 1. */
export function readShard(
  flag: string,
  text: string,
): Reading<{ readonly part: number; readonly of: number }> {
  const [, part, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number)
  if (part !== undefined && of !== undefined && part >= 1 && part <= of) {
    return { value: { part, of } }
  }
  const hint = 'write i/n with i from 1 to n, say 2/4'
  return { problem: { code: 'NOT_A_SHARD', message: `${flag} is ${quoted(text)}`, hint } }
}
