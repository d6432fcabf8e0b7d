import type { Citation } from '../../specs/contract/citation.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Check } from '../verdict/verdict.ts'
import { answerQuestions, answerSource, type AnswerQuestion } from './answer-questions.ts'
import { openHarmlessCalls } from './harmless-calls.ts'
import type { HarmlessCall } from './proper-call.ts'
import { neededFor, type ProtocolParts } from './spoiled-case.ts'

/** How answers look, whatever they hold: a harmless call, the same again, and one that is refused. */
export function answersCase({ vendor, basis, proper }: ProtocolParts): Case {
  const prefix = `protocol/${vendor.id}/answer`
  const page: Citation = { kind: 'protocol', source: vendor.protocol.framing }
  const checkFor = ({ what, title, level }: AnswerQuestion): Check => {
    const id = `${prefix}/${what}`
    return {
      id,
      title,
      level,
      vendor: vendor.id,
      case: prefix,
      source: answerSource,
      operation: proper.operation,
      feature: 'organizations',
      axis: 'protocol',
      citations: [...basis(id).citations, page],
    }
  }
  const planned = answerQuestions
    .filter(({ ofPath }) => ofPath !== true || proper.naming === undefined)
    .map((question) => ({ question, check: checkFor(question) }))
  return {
    id: prefix,
    checks: planned.map(({ check }) => check),
    needs: neededFor(vendor, proper, {
      feature: proper.once === true ? undefined : 'account-listing',
    }),
    access: proper.access,
    run: (context) =>
      askWanted(
        context,
        proper,
        planned.filter(({ check }) => context.wanted(check.id)),
      ),
  }
}

interface PlannedQuestion {
  readonly question: AnswerQuestion
  readonly check: Check
}

/** Nothing is asked of an endpoint that does not even answer the harmless call. */
const askWanted = async (
  context: CaseContext,
  proper: HarmlessCall,
  wanted: readonly PlannedQuestion[],
): Promise<void> => {
  const calls = openHarmlessCalls(context, proper)
  if ((await calls.first()).reply.kind !== 'output')
    throw new PrerequisiteMissing('SETUP_FAILED', 'nothing succeeds')
  for (const { question, check } of wanted)
    context.record(check.id, await question.judge(calls, context.vendor))
}
