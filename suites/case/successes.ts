import type { Interaction } from '../client/interaction.ts'
import type { Transcript } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Remembers of each operation that it succeeded, and the first answer that held something. */
export interface Successes {
  readonly heard: (interaction: Interaction) => void
  /** whether the answers of an operation that has no output hold nothing; undefined where none was seen */
  readonly judgeEmpty: (operation: string) => Judgement | undefined
}

/** One answer of each operation is kept: most hold what they ought to, and nobody asks. */
export function openSuccesses({ keep }: Pick<Transcript, 'keep'>): Successes {
  const succeeded = new Set<string>()
  const full = new Map<string, Judgement>()
  return {
    heard: ({ exchange: { id, operation }, reply }) => {
      if (reply.kind !== 'output') return
      succeeded.add(operation)
      const members = Object.keys(reply.output).filter((name) => reply.output[name] !== null)
      if (members.length === 0 || full.has(operation)) return
      keep(id)
      full.set(operation, findingOf(id, members))
    },
    judgeEmpty: (operation) =>
      full.get(operation) ??
      (succeeded.has(operation) ? { verdict: 'pass', exchanges: [] } : undefined),
  }
}

/** Names of members that are told; an endpoint may make up any number of them. */
const told = 5

const findingOf = (id: number, members: readonly string[]): Judgement => {
  const more = members.length > told ? ` and ${members.length - told} more` : ''
  const received = `${members.slice(0, told).join(', ')}${more}`
  return {
    verdict: 'fail',
    reason: `the answer holds ${received}, where no member is described`,
    expected: 'an answer without members',
    received,
    exchanges: [id],
  }
}
