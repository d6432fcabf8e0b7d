import type { Interaction } from './interaction.ts'
import type { Trouble } from './trouble.ts'

/** How a try came to nothing, the mildest first: it was sent away, its answer was not clear, or none came. */
export const waysToFail = ['throttled', 'unclear', 'lost'] as const

export type WayToFail = (typeof waysToFail)[number]

/** What is kept of a try that a later one superseded: nobody judges it, so its exchange is forgotten. */
export interface Superseded {
  readonly way: WayToFail
  /** what came, in a few words for people */
  readonly met: string
}

/** A try in which trouble came, as it is kept. */
export function supersededTry({ reply }: Interaction, trouble: Trouble | undefined): Superseded {
  if (reply.kind === 'lost') return { way: 'lost', met: reply.problem }
  const code = reply.kind === 'refusal' ? ` ${reply.code}` : ''
  const way = trouble === 'busy' ? 'throttled' : 'unclear'
  return { way, met: `HTTP ${reply.status}${code}` }
}

/** The worst that came to the tries of a call; undefined where none was superseded. */
export function worstOf(tries: readonly Superseded[]): WayToFail | undefined {
  return waysToFail.findLast((way) => tries.some((one) => one.way === way))
}

/** What came to the tries of a call, each thing once and how often. */
export function metIn(tries: readonly Superseded[]): string {
  const times = new Map<string, number>()
  for (const { met } of tries) times.set(met, (times.get(met) ?? 0) + 1)
  return [...times]
    .map(([met, count]) => (count === 1 ? met : `${met} (${count} times)`))
    .join(', ')
}
