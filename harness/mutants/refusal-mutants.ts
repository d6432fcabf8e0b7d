import { own } from '../../specs/contract/own.ts'
import type { Refusals } from '../../specs/vendor/refusals.ts'
import type { ErrorAnswer } from '../../specs/wire/wire.ts'
import { faulty } from './answer-mutants.ts'
import type { CaseRecord } from './case-record.ts'
import type { HonestRecord } from './honest-record.ts'
import type { Mutant } from './mutant.ts'

/** One refusal of an operation, and the cases that were refused so. */
interface Refusing {
  readonly operation: string
  readonly error: ErrorAnswer
  readonly cases: Set<CaseRecord>
}

/** Mutants that refuse the right calls in wrong words, for every refusal that some case was shown. */
export function refusalMutants(honest: HonestRecord): readonly Mutant[] {
  const known = new Map<string, Refusing>()
  for (const record of honest.cases)
    for (const { message } of record.passed) {
      const { heard, error } = record.notes.get(message) ?? {}
      if (error === undefined) continue
      const operation = heard !== undefined && 'operation' in heard ? heard.operation : ''
      const key = keyOf(operation, error)
      const refusing = known.get(key) ?? { operation, error, cases: new Set() }
      refusing.cases.add(record)
      known.set(key, refusing)
    }
  return [...known].flatMap(([key, refusing]) =>
    wrongWords(honest, refusing).map(([name, words]) => mutantOf(key, refusing, { name, words })),
  )
}

const keyOf = (operation: string, { code, reason }: ErrorAnswer): string =>
  [operation || 'any operation', code, ...(reason === undefined ? [] : [reason])].join('/')

type Words = Partial<Pick<ErrorAnswer, 'code' | 'status'>> & {
  readonly reason?: string | undefined
}

const wrongWords = (
  { asker: { vendor } }: HonestRecord,
  { operation, error: { code, reason, status } }: Refusing,
): readonly (readonly [string, Words])[] => {
  const codes = vendor.contract.operations.get(operation)?.errors ?? []
  const other = next(codes, code)
  return [
    ...(other === undefined ? [] : [['another code of the operation', { code: other }] as const]),
    ...(reason === undefined ? [] : wrongReasons(vendor.refusals, code, reason)),
    ['another status', { status: status === 400 ? 403 : 400 }],
    ['the status of a fault of its own', { status: 500 }],
  ]
}

const wrongReasons = (
  { reasons }: Refusals,
  code: string,
  reason: string,
): readonly (readonly [string, Words])[] => {
  const other = next(Object.keys(own(reasons, code) ?? {}), reason)
  return [
    ['no sub-code', { reason: undefined }],
    ...(other === undefined ? [] : [['another sub-code', { reason: other }] as const]),
  ]
}

const next = (words: readonly string[], word: string): string | undefined => {
  const other = words[(words.indexOf(word) + 1) % words.length]
  return other === word ? undefined : other
}

const mutantOf = (
  key: string,
  { operation, error, cases }: Refusing,
  { name, words }: { readonly name: string; readonly words: Words },
): Mutant => ({
  id: `answer ${key}: ${name}`,
  room: 'answer',
  operator: name,
  place: key,
  original: [error.status, error.code, error.reason].join(' ').trim(),
  mutated: JSON.stringify(words),
  wrong: {
    fault: faulty(({ explain }) => ({
      explain: (refused) => {
        const right = explain(refused)
        if (
          right === undefined ||
          keyOf(refused.operation ?? '', right) !== keyOf(operation, error)
        )
          return right
        const { reason: _, ...plain } = right
        const { reason = 'reason' in words ? undefined : right.reason, ...others } = words
        return { ...plain, ...others, ...(reason !== undefined && { reason }) }
      },
    })),
  },
  met: [...cases],
})
