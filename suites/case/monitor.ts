import type { AnswerWatch } from '../client/client-parts.ts'
import type { Transcript } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { openContractWatch, type ContractWatch } from './contract-watch.ts'
import { openExcess } from './excess.ts'
import { openFailures, type Failures } from './failures.ts'
import { openFrames, type Frames } from './frames.ts'
import { openSuccesses, type Successes } from './successes.ts'
import { openUnmet, type Unmet } from './unmet.ts'

/** Watches a whole run; it judges when everything else is decided. */
export interface Monitor extends AnswerWatch {
  /** whether answers keep the contract */
  readonly judge: ContractWatch['judge']
  /** whether answers are framed as the protocol says */
  readonly frames: Pick<Frames, 'judge'>
  /** whether every request is answered at last */
  readonly failures: Pick<Failures, 'judge'>
  /** whether answers without output hold nothing */
  readonly successes: Pick<Successes, 'judgeEmpty'>
  /** whether what stories build on is carried out */
  readonly steps: Unmet
  /** what came that was more than is read; undefined where nothing was */
  readonly judgeExcess: () => Judgement | undefined
}

/** Opens what watches; the exchanges of findings are kept. */
export function openMonitor(transcript: Pick<Transcript, 'keep'>): Monitor {
  const contract = openContractWatch(transcript)
  const excess = openExcess()
  const frames = openFrames(transcript)
  const failures = openFailures(transcript)
  const successes = openSuccesses(transcript)
  return {
    answered: (interaction) => {
      contract.answered(interaction)
      successes.heard(interaction)
    },
    heard: failures.heard,
    unsayable: contract.unsayable,
    framed: frames.framed,
    unbounded: (operation, what, exchange) => {
      const isFirst = excess.heard(operation, what, exchange)
      if (isFirst && exchange !== undefined) transcript.keep(exchange.id)
    },
    judge: contract.judge,
    judgeExcess: excess.judge,
    frames,
    failures,
    successes,
    steps: openUnmet(transcript),
  }
}
