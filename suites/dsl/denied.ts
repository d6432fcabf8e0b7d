import type { Actor } from '../actors/actor.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Question } from './question.ts'
import type { ScenarioContext } from './scenario.ts'

/** The question whether somebody without the right is refused. */
export function denied(title: string): Question {
  return { title, axis: 'authorization', refusal: 'accessDenied' }
}

type AskAs = (actor: Actor) => Promise<Outcome<unknown>>

/** What only some accounts may do, by the key of the question it answers. */
export type Privileged<K extends string> = Readonly<Partial<Record<K, AskAs>>>

/**
 * Asks whether somebody without the right is refused what the entitled one may do. Each refusal counts only
 * when the entitled account succeeds with the very same command right after it.
 */
export async function askDenied<K extends string>(
  { check, given }: Pick<ScenarioContext<K>, 'check' | 'given'>,
  who: { readonly stranger: Actor; readonly entitled: Actor },
  privileged: Privileged<K>,
): Promise<void> {
  for (const [key, ask] of Object.entries<AskAs | undefined>(privileged)) {
    if (ask === undefined) continue
    const outcome = await ask(who.stranger)
    // what was wrongly allowed is done already: there is no twin to ask for
    if (outcome.kind !== 'done') given(await ask(who.entitled))
    check.refused(key as K, outcome)
  }
}
