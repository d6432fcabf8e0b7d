import { isDiskFull, systemWords } from './system-words.ts'

/** The variable that makes a fault of ours tell everything: its message and its stack. */
export const debugVariable = 'ORGPROOF_DEBUG'

/**
 * What is printed of an exception that nobody foresaw. Its message may hold anything that the caller gave us, secrets
 * too, so what is told is its kind and the place in our code; all of it only where ORGPROOF_DEBUG asks for it.
 */
export function faultText(error: unknown, debug: boolean): string {
  if (isDiskFull(error))
    return `orgproof: not everything was written: ${systemWords(error)} [DISK_FULL]`
  const told = `orgproof: a fault of ours: ${kindOf(error)}${placeOf(error)} [OUR_FAULT]`
  if (!debug)
    return `${told}\n  ${debugVariable}=1 shows its message and stack, with whatever they hold`
  return `${told}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

const kindOf = (error: unknown): string => {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`
  const { code } = error as NodeJS.ErrnoException
  return code === undefined ? error.name : `${error.name} ${code}`
}

/** The first frame of the stack that is a file of this package, without the folders above it. */
const placeOf = (error: unknown): string => {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frame = /\/((?:bin|harness|specs|suites|endpoint|reports)\/[\w./-]+\.[jt]s:\d+)/.exec(
    stack.split('\n').filter(isOwnFrame).join('\n'),
  )
  return frame === null ? '' : ` in ${frame[1]}`
}

const isOwnFrame = (line: string): boolean =>
  /^ {4}at /.test(line) && !line.includes('node_modules')
