import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Interaction } from '../client/interaction.ts'
import { statedStatuses, wrongStatus } from '../verdict/stated-statuses.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Judges whether refusals have the HTTP status that is stated for their code, whichever code it is. */
export function judgeStatuses(vendor: Vendor, answered: readonly Interaction[]): Judgement {
  const looked = answered.flatMap((one) => lookedAt(vendor, one))
  const exchanges = looked.map(({ exchange }) => exchange)
  if (looked.length === 0) {
    return untestable('SETUP_FAILED', 'no refusal has a code whose status is stated', exchanges)
  }
  const wrong = looked.filter(({ says }) => says !== undefined)
  if (wrong.length === 0) return { verdict: 'pass', exchanges }
  const reason = [...new Set(wrong.map(({ says }) => says))].join('; ')
  return {
    verdict: 'fail',
    reason,
    expected: 'each refusal has the status that is stated for its code',
    received: reason,
    exchanges: wrong.map(({ exchange }) => exchange),
  }
}

interface Looked {
  readonly exchange: number
  /** what is wrong with its status */
  readonly says: string | undefined
}

const lookedAt = (vendor: Vendor, { reply, exchange }: Interaction): readonly Looked[] => {
  if (reply.kind !== 'refusal' && reply.kind !== 'unimplemented') return []
  const { code, status } = reply
  const fitting = code === undefined ? undefined : statedStatuses(vendor, code)
  if (code === undefined || fitting === undefined) return []
  return [{ exchange: exchange.id, says: wrongStatus({ code, status }, fitting) }]
}
