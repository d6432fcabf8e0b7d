import type { Interaction } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Play } from './play-case.ts'

/** That somebody was let in who never might be, in any play of a case. */
export interface Intrusions {
  /** hears of a play: the first one that shows it stands */
  readonly find: (play: Play) => void
  readonly of: (check: string) => Judgement | undefined
  /** the checks that other plays can come to something else in, as these plays have it */
  readonly others: (...plays: readonly Play[]) => readonly string[]
  /** what shows them */
  readonly interactions: () => readonly Interaction[]
}

/** Opens what stands of a case, whatever its later plays come to; `wanted` are the checks that it is asked for. */
export function openIntrusions(wanted: readonly string[]): Intrusions {
  const found = new Map<string, Judgement>()
  const shown: Interaction[] = []
  const isOther = (id: string, play: Play): boolean =>
    !found.has(id) && !found.has(play.judged(id).follows ?? '')
  return {
    find: (play) => {
      for (const id of wanted.filter((one) => play.intruded(one) && !found.has(one))) {
        const judged = play.judged(id)
        found.set(id, judged)
        shown.push(
          ...play.interactions.filter(({ exchange }) => judged.exchanges.includes(exchange.id)),
        )
      }
    },
    of: (check) => found.get(check),
    others: (...plays) => wanted.filter((id) => plays.every((play) => isOther(id, play))),
    interactions: () => shown,
  }
}
