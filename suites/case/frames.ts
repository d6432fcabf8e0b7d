import { type FrameNote, type FramePart } from '../../specs/wire/wire.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Remembers how the answers of each operation are framed, whoever asked. */
export interface Frames {
  /** an answer to a message that was right as such, and in what it is framed otherwise than the protocol says */
  readonly framed: (exchange: Exchange, notes: readonly FrameNote[]) => void
  /** undefined where nothing was answered that has a frame */
  readonly judge: (operation: string, part: FramePart) => Judgement | undefined
}

/** Keeps the first exchange that shows each finding. */
export function openFrames({ keep }: Pick<Transcript, 'keep'>): Frames {
  const seen = new Map<string, Map<FramePart, Judgement>>()
  return {
    framed: (exchange, notes) => {
      const found = seen.get(exchange.operation) ?? new Map<FramePart, Judgement>()
      seen.set(exchange.operation, found)
      for (const { of, says } of notes) {
        if (found.has(of)) continue
        keep(exchange.id)
        found.set(of, findingOf(exchange, says))
      }
    },
    judge: (operation, part) => {
      const found = seen.get(operation)
      if (found === undefined) return undefined
      return found.get(part) ?? { verdict: 'pass', exchanges: [] }
    },
  }
}

const findingOf = ({ id, answer }: Exchange, says: string): Judgement => ({
  verdict: 'fail',
  reason: says,
  expected: 'an answer in the frame of the protocol',
  received: `HTTP ${answer?.status ?? 0}: ${says}`,
  exchanges: [id],
})
