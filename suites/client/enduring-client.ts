import type { ClientParts } from './client-parts.ts'
import { openClient, type Client } from './client.ts'
import type { Pause } from './stop.ts'

/**
 * A client of whoever takes back: no stop of the run and no earlier silence holds it back; it ends when the signal fires.
 */
export function enduringClient(
  parts: Omit<ClientParts, 'pause' | 'stop' | 'enduring'> & { readonly pause: Pause },
  signal?: AbortSignal,
): Client {
  return openClient({
    ...parts,
    pause: (milliseconds) => parts.pause(milliseconds, signal),
    enduring: true,
    ...(signal && { stop: { now: signal, late: signal } }),
  })
}
