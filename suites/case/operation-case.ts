import type { Operation } from '../../specs/contract/contract.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import { featureOf } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Target } from '../client/target.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import type { CaseContext } from './case-context.ts'
import type { Case } from './case.ts'

/** What is asked of all answers of an operation, whoever got them. */
export interface OperationQuestion {
  readonly check: Omit<Check, 'vendor' | 'case' | 'operation' | 'feature'>
  /** undefined where nothing that came could decide it */
  readonly judge: (context: CaseContext) => Judgement | undefined
}

/** What is asked of one operation, and why it is open where nothing could decide it. */
export interface OperationQuestions {
  readonly id: string
  readonly questions: readonly OperationQuestion[]
  /** in words for people; that nothing was answered unless said */
  readonly unseen?: string
  /** why nothing could be seen at a target, where that is no wonder */
  readonly hindered?: (target: Target) => Judgement | undefined
}

/** A case that is decided when all others are, by what was seen of one operation. */
export function operationCase(
  vendor: Vendor,
  { name }: Operation,
  { id, questions, unseen = 'nothing was answered', hindered }: OperationQuestions,
): Case {
  const verb = verbOf(vendor.dialect, name)
  const feature = verb && featureOf(vendor, verb)
  const contract = `contract/${vendor.id}/${name}`
  const minimal = `${contract}/minimal/succeeds`
  const shared = {
    vendor: vendor.id,
    case: id,
    operation: name,
    ...(feature !== undefined && { feature }),
  }
  return {
    id,
    checks: questions.map(({ check }) => ({ ...check, ...shared })),
    needs: feature === undefined ? [] : [feature],
    access: vendor.requestTemplates[name]?.writes === false ? 'read' : 'write',
    after: { id: minimal, case: contract },
    run: async (context) => {
      const before = { id: minimal, judged: context.decided.get(minimal) }
      const open = unreached(before, unseen)
      const isNoWonder = open.code === 'SETUP_FAILED'
      const left = (isNoWonder ? hindered?.(context.target) : undefined) ?? open
      for (const { check, judge } of questions) context.record(check.id, judge(context) ?? left)
    },
  }
}
