import type { Answer } from '../../../specs/wire/wire.ts'
import type { Connection } from '../connection.ts'
import type { Random } from '../random.ts'

/** How often what goes wrong on the way, from 0 to 1. */
export interface Chaos {
  /** the connection breaks before the request is read */
  readonly before?: number
  /** it breaks after the request was carried out */
  readonly after?: number
  /** the answer comes with half its body */
  readonly cut?: number
  /** an answer instead of the real one, of a service that did nothing */
  readonly instead?: readonly { readonly share: number; readonly answer: Answer }[]
}

const reset = { problem: 'reset', detail: 'by chance' } as const

/** A line on which things go wrong by chance. */
export function withChaos(line: Connection, chaos: Chaos, random: Random): Connection {
  const { before = 0, after = 0, cut = 0, instead = [] } = chaos
  return {
    close: () => line.close(),
    send: async (message, signal) => {
      if (random() < before) return reset
      const other = instead.find(({ share }) => random() < share)
      if (other !== undefined) return other.answer
      const came = await line.send(message, signal)
      if (random() < after) return reset
      if ('problem' in came || came.body.length < 2 || random() >= cut) return came
      return { ...came, body: came.body.slice(0, came.body.length / 2) }
    },
  }
}
