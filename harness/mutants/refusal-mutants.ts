import { own } from '../../specs/contract/own.ts'
import type { Answer, ErrorAnswer } from '../../specs/wire/wire.ts'
import { faulty } from './answer-mutants.ts'
import type { CaseRecord, HonestRecord } from './honest-record.ts'
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

type Words = Partial<Pick<ErrorAnswer, 'code' | 'status'>> & { readonly reason?: string | undefined }

const wrongWords = (
  { asker }: HonestRecord,
  { operation, error: { code, reason, status } }: Refusing,
): readonly (readonly [string, Words])[] => {
  const { contract, refusals } = asker.vendor
  const codes = contract.operations.get(operation)?.errors ?? []
  const reasons = Object.keys(own(refusals.reasons, code) ?? {})
  const other = next(codes, code)
  const otherReason = reason === undefined ? undefined : next(reasons, reason)
  return [
    ...(other === undefined ? [] : [['another code of the operation', { code: other }] as const]),
    ...(reason === undefined ? [] : [['no sub-code', { reason: undefined }] as const]),
    ...(otherReason === undefined ? [] : [['another sub-code', { reason: otherReason }] as const]),
    ['another status', { status: status === 400 ? 403 : 400 }],
    ['the status of a fault of its own', { status: 500 }],
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
        if (right === undefined || keyOf(refused.operation ?? '', right) !== keyOf(operation, error))
          return right
        const { reason: _, ...plain } = right
        const { reason = 'reason' in words ? undefined : right.reason, ...others } = words
        return { ...plain, ...others, ...(reason !== undefined && { reason }) }
      },
    })),
  },
  met: [...cases],
})

/** Mutants whose answers are framed wrongly: a header is missing, or another type of content is named. */
export function frameMutants(honest: HonestRecord): readonly Mutant[] {
  const seen = new Map<string, Set<CaseRecord>>()
  for (const record of honest.cases)
    for (const { answer } of record.passed) {
      if (answer === undefined || 'problem' in answer) continue
      for (const name of Object.keys(answer.headers)) {
        if (name === 'date' || name === 'content-length') continue
        const key = `${kindOf(answer)}/${name}`
        seen.set(key, (seen.get(key) ?? new Set()).add(record))
      }
    }
  return [...seen].flatMap(([key, cases]) =>
    (['left out', 'another value'] as const).map((name) => frameMutant(key, name, cases)),
  )
}

const kindOf = ({ status }: Pick<Answer, 'status'>): string => (status < 300 ? 'success' : 'error')

const frameMutant = (
  key: string,
  name: 'left out' | 'another value',
  cases: ReadonlySet<CaseRecord>,
): Mutant => ({
  id: `answer header ${key}: ${name}`,
  room: 'answer',
  operator: `header ${name}`,
  place: key,
  original: key,
  mutated: name,
  wrong: {
    fault: faulty(({ frame }) => ({
      frame: (answer, heard) => {
        const framed = frame(answer, heard)
        const headers = Object.entries(framed.headers).flatMap(([header, value]) => {
          if (`${kindOf(framed)}/${header.toLowerCase()}` !== key) return [[header, value]]
          return name === 'left out' ? [] : [[header, 'text/html']]
        })
        return { ...framed, headers: Object.fromEntries(headers) as Answer['headers'] }
      },
    })),
  },
  met: [...cases],
})
