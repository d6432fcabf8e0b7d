/** Whether the report is coloured: on a terminal, unless --no-color or NO_COLOR (no-color.org) forbid it. */
export function wantsColours(flag: boolean): boolean {
  const forbidden = process.env['NO_COLOR']
  return flag && process.stdout.isTTY && (forbidden === undefined || forbidden === '')
}
