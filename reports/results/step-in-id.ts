import { refusalSteps } from '../../suites/verdict/refusal-step.ts'

/**
 * The id of the question that a check is a step of, where a refusal is judged in steps: the first one has the id of the
 * question itself, the others end with their names. Every other check is a question of its own.
 */
export function questionInId(id: string, known: ReadonlySet<string>): string {
  const end = id.lastIndexOf('/')
  const isStep = refusalSteps.some((step) => step === id.slice(end + 1))
  const question = id.slice(0, end)
  return isStep && known.has(question) ? question : id
}
