import type { Fault } from '../../endpoint/fault.ts'
import type { Steps } from '../../endpoint/steps.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import { answerChanges, type AnswerChange } from './answer-changes.ts'
import { changedAt, partsIn, type Part } from './answer-parts.ts'
import type { CaseRecord } from './case-record.ts'
import type { HonestRecord } from './honest-record.ts'
import type { Mutant } from './mutant.ts'

/** What was answered with an output, by operation. */
interface Said {
  readonly outputs: JsonObject[]
  readonly cases: Set<CaseRecord>
}

/** Mutants that write a member of an operation's answers wrongly, for every member that some case was shown. */
export function outputMutants(honest: HonestRecord): readonly Mutant[] {
  const said = new Map<string, Said>()
  for (const record of honest.cases)
    for (const { message } of record.passed) {
      const { heard, output } = record.notes.get(message) ?? {}
      if (heard === undefined || !('operation' in heard) || output === undefined) continue
      const known = said.get(heard.operation) ?? { outputs: [], cases: new Set() }
      known.outputs.push(output)
      known.cases.add(record)
      said.set(heard.operation, known)
    }
  return [...said].flatMap(([operation, { outputs, cases }]) =>
    partsIn(honest.asker.vendor.contract, operation, outputs).flatMap((part) =>
      answerChanges.flatMap((change) => mutantOf(operation, part, { change, cases })),
    ),
  )
}

const mutantOf = (
  operation: string,
  part: Part,
  { change, cases }: { readonly change: AnswerChange; readonly cases: ReadonlySet<CaseRecord> },
): readonly Mutant[] => {
  if (change.open(part) === undefined) return []
  const place = `${operation}/${part.path.join('/')}`
  return [
    {
      id: `answer ${place}: ${change.name}`,
      room: 'answer',
      operator: change.name,
      place,
      original: JSON.stringify(part.example).slice(0, 80),
      mutated: change.name,
      wrong: { fault: answering(operation, part, change) },
      met: [...cases],
    },
  ]
}

const answering = (operation: string, part: Part, change: AnswerChange): Fault =>
  faulty(({ write }) => {
    const changing = change.open(part)
    if (changing === undefined) return {}
    return {
      write: (output, heard) => {
        const written = write(output, heard)
        if (heard.operation !== operation) return written
        const changed = changedAt(written, part.path, changing)
        return isObject(changed) ? changed : written
      },
    }
  })

/** A fault that nobody is to look at by name. */
export function faulty(alter: (steps: Steps) => Partial<Steps>): Fault {
  return { name: 'mutant', description: '', breaks: {}, alter }
}
