import type { Shell } from './shell.ts'

/** Whether the report is coloured: on a terminal, unless --no-color or NO_COLOR (no-color.org) forbid it. */
export function wantsColours({ env, stdout }: Shell, flag: boolean): boolean {
  const forbidden = env['NO_COLOR']
  return flag && stdout.isTTY === true && (forbidden === undefined || forbidden === '')
}
