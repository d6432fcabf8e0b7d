import { statusOf } from '../../specs/contract/contract.ts'
import { own } from '../../specs/contract/own.ts'
import type { ErrorAnswer } from '../../specs/wire/wire.ts'
import type { CarriedAnswer } from '../../suites/client/connection.ts'
import type { Answered } from './answered.ts'
import type { KnownAnswers } from './known-answers.ts'
import { carried, spoiledId, type Way } from './ways.ts'

/** The error with which a refusal refuses instead. */
type Change = (
  error: ErrorAnswer,
  answered: Answered,
  known: KnownAnswers,
) => ErrorAnswer | undefined

const refusing = (name: string, change: Change): Way => ({
  name,
  spoil: (answered, known) => {
    const { error, isRefused } = answered
    if (!isRefused || error === undefined) return undefined
    const changed = change(error, answered, known)
    return changed && refused(changed, known)
  },
})

const refused = (error: ErrorAnswer, { vendor }: KnownAnswers): CarriedAnswer =>
  carried(vendor.wire.refuse(error, spoiledId))

const otherCode =
  (step: number): Change =>
  (error, { operation }, { vendor: { contract } }) => {
    const codes = contract.operations.get(operation)?.errors ?? []
    const others = codes.filter((code) => code !== error.code)
    const code = others[(codes.indexOf(error.code) + step) % others.length]
    if (code === undefined) return undefined
    const { status, message } = error
    return { code, message, status: statusOf(contract, code) ?? status }
  }

/** A code that the vendor lists and the operation does not. */
const foreignCode: Change = (
  { status, message },
  { operation },
  { vendor: { contract, refusals } },
) => {
  const declared = contract.operations.get(operation)?.errors ?? []
  const known = new Set([...declared, ...refusals.common])
  const code = Object.keys(refusals.codes).find((name) => !known.has(name))
  return code === undefined ? undefined : { status, message, code }
}

const otherReason: Change = (error, _, { vendor: { refusals } }) => {
  const known = Object.keys(own(refusals.reasons, error.code) ?? {})
  const reason = known.find((word) => word !== error.reason)
  return reason === undefined ? undefined : { ...error, reason }
}

/** Whoever is refused is told that they were let in. */
export const accepted: Way = {
  name: 'accepted',
  spoil: ({ isRefused, operation }, { vendor, successes }) => {
    if (!isRefused) return undefined
    const [success] = successes(operation)
    const [first = ''] = vendor.contract.operations.keys()
    return success?.right ?? carried(vendor.wire.answer(operation || first, {}, spoiledId))
  },
}

/** Wrong answers to whoever is refused; those that are noticed most come first. */
export const refusalWays: readonly Way[] = [
  refusing('an unknown code', (error) => ({ ...error, code: 'Orgproof' })),
  accepted,
  refusing('another code', otherCode(0)),
  refusing('a fault of its own', (error) => ({ ...error, status: 500 })),
  refusing('another sub-code', otherReason),
  refusing('no sub-code', ({ reason, ...error }) => (reason === undefined ? undefined : error)),
]

/** Other wrong answers to whoever is refused. */
export const rarerRefusalWays: readonly Way[] = [
  refusing('a code of others', foreignCode),
  refusing('a code further on', otherCode(3)),
  refusing('another status', (error) => ({ ...error, status: error.status === 403 ? 400 : 403 })),
]

/** The operation is not offered. */
export const unknownOperation: Way = {
  name: 'unknown operation',
  spoil: (_, { vendor }) => {
    const { answers: [error] = [], status = 400 } =
      vendor.refusals.refusals['wire.unknown-operation'] ?? {}
    if (error === undefined) return undefined
    return carried(vendor.wire.refuse({ ...error, status, message: 'spoiled' }, spoiledId))
  },
}
