import { shownExchange } from '../client/shown-exchange.ts'
import type { RunParts } from './run-parts.ts'

/** Lets go of exchanges that no finding shows; of those that are kept for the end only what a report shows stays. */
export function letGo(ids: readonly number[], { transcript, redact }: RunParts): void {
  transcript.forget(ids)
  shortenShown(ids, { transcript, redact })
}

/** Keeps of exchanges only what a report shows. */
export function shortenShown(
  ids: Iterable<number>,
  { transcript, redact }: Pick<RunParts, 'transcript' | 'redact'>,
): void {
  for (const id of ids) transcript.shorten(id, (one) => shownExchange(one, redact))
}
