import type { Answer } from '../../specs/wire/wire.ts'
import { faulty } from './answer-mutants.ts'
import type { CaseRecord } from './case-record.ts'
import type { HonestRecord } from './honest-record.ts'
import type { Passed } from './message-line.ts'
import type { Mutant } from './mutant.ts'

/** Mutants whose answers are framed wrongly: a header is missing, or says something else. */
export function frameMutants({ cases }: HonestRecord): readonly Mutant[] {
  const seen = new Map<string, Set<CaseRecord>>()
  for (const record of cases)
    for (const key of record.passed.flatMap(headersOf))
      seen.set(key, (seen.get(key) ?? new Set()).add(record))
  return [...seen].flatMap(([key, met]) =>
    (['left out', 'another value'] as const).map((name) => frameMutant(key, name, met)),
  )
}

/** Of these the endpoint's server sees to itself. */
const served: ReadonlySet<string> = new Set(['date', 'content-length'])

const headersOf = ({ answer }: Passed): readonly string[] => {
  if (answer === undefined || 'problem' in answer) return []
  const names = Object.keys(answer.headers).filter((name) => !served.has(name))
  return names.map((name) => `${kindOf(answer)}/${name}`)
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
