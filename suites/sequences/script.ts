import type { Saying } from './saying.ts'

/** A saying in its place. */
export interface Step extends Pick<Saying, 'verb' | 'by' | 'args' | 'calls'> {
  /** its number in the script that was written, also where others are left out */
  readonly number: number
  /** it is sent while the step before is under way */
  readonly meanwhile?: true
  /** so many days and an hour pass before it is said: never just as many as something lasts */
  readonly days?: number
  /** it is one of those that look at everything in the end */
  readonly looks?: true
}

/** Steps one after the other. Whatever is left out, the rest still means something. */
export type Script = readonly Step[]

/** Steps that are sent at once. */
export function momentsOf(script: Script): readonly Script[] {
  const moments: Step[][] = []
  for (const step of script) {
    const last = moments.at(-1)
    if (step.meanwhile === true && last !== undefined) last.push(step)
    else moments.push([step])
  }
  return moments
}

/** A step as people read it: who says what. */
export function stepText({ by, verb, args, meanwhile, days }: Step): string {
  const told = Object.entries(args).map(([name, value]) => `${name} ${argumentText(value)}`)
  const later = days === undefined ? '' : `${days} days and an hour later `
  const at = meanwhile === true ? 'at the same time ' : later
  return [`${at}${by}: ${verb}`, told.join(', ')].filter((text) => text !== '').join(' ')
}

const argumentText = (value: unknown): string =>
  typeof value === 'string'
    ? plain(value)
    : JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? plain(one) : one))

const plain = (text: string): string => (text.startsWith('$') ? `‹${text.slice(1)}›` : text)
