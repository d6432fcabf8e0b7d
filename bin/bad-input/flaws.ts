import { planted, type BadInput } from './bad-input.ts'
import type { Ended } from './spawned.ts'

/** Everything that is wrong with how an input was answered: it is to be told in a few lines, with its exit code. */
export function flawsOf(
  { name, exit = 64 }: BadInput,
  { code, out, error }: Ended,
): readonly string[] {
  const wrong: readonly (readonly [boolean, string])[] = [
    [code !== exit, `ends with ${code}`],
    [exit !== 0 && error.trim() === '', 'says nothing'],
    [error.length > 4096, `says ${error.length} characters`],
    [/^\s+at .*:\d+/m.test(error), 'shows a stack'],
    [exit !== 3 && error.includes('[OUR_FAULT]'), `blames us: ${error.slice(0, 200)}`],
    [`${out}${error}`.includes(planted), 'prints a secret'],
  ]
  return wrong.flatMap(([holds, says]) => (holds ? [`${name}: ${says}`] : []))
}
