import { cite, type Citation } from '../../specs/contract/citation.ts'
import type { Operation } from '../../specs/contract/contract.ts'
import { citationsOf } from '../../specs/vendor/observed.ts'
import {
  answersTo,
  observedAnswersTo,
  type ErrorName,
  type ObservedAnswer,
} from '../../specs/vendor/refusals.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { softer } from '../verdict/basis.ts'
import { refusalSteps, type RefusalStep } from '../verdict/refusal-step.ts'
import type { Axis, Check } from '../verdict/verdict.ts'

/** A refusal that is expected. Level, axis and citations are those of its first step. */
export interface ExpectedRefusal {
  /** id of the first step's check */
  readonly id: string
  /** names the request */
  readonly title: string
  readonly refusal: RefusalName
  /** another refusal that is as good */
  readonly or?: RefusalName | undefined
  /** refusals for something else that is as true of the request: what may come first is no mistake */
  readonly instead?: readonly RefusalName[]
  readonly axis: Axis
  readonly level: Level
  readonly citations: readonly Citation[]
  /** the operation that refuses, where it is known before anything is sent */
  readonly operation?: Operation
}

/** The kinds of cases that expect refusals. */
export type RefusalAsker = 'contract' | 'scenario'

/** How a kind of case asks about refusals. */
interface Manner {
  /** goes after the title of the request */
  readonly endings: Readonly<Record<RefusalStep, string>>
  /** the steps of a refusal that the vendor has no code for */
  readonly uncoded: readonly RefusalStep[]
  /** whether a sub-code is asked for when only some of the answers that fit have one */
  readonly reasonOfSome: boolean
  /** the steps that cite the lines on the code */
  readonly citing: readonly RefusalStep[]
}

/**
 * A contract case knows the operation, so any answer that has a sub-code makes it a question. A scenario knows only
 * the mistake, whose operation the vendor decides: it asks for a sub-code where every answer has one.
 */
const manners: Readonly<Record<RefusalAsker, Manner>> = {
  contract: {
    endings: {
      refused: ' is refused',
      declared: ' gets a declared error',
      code: ' gets its own code',
      reason: ' gets its own sub-code',
    },
    uncoded: ['refused'],
    reasonOfSome: true,
    citing: ['declared', 'code', 'reason'],
  },
  scenario: {
    endings: {
      refused: '',
      declared: ': an error that is declared',
      code: ': the right code',
      reason: ': the right sub-code',
    },
    uncoded: ['refused', 'declared', 'code'],
    reasonOfSome: false,
    citing: refusalSteps,
  },
}

/** The check of one step, apart from what all checks of its case share. */
export type StepCheck = Pick<Check, 'id' | 'title' | 'refusal' | 'axis' | 'level' | 'citations'>

/** The checks of a refusal, by step, in the order in which they are judged. */
export type RefusalChecks<T> = Readonly<Partial<Record<RefusalStep, T>>>

/** The checks that a refusal is asked in: whether it is one, and whether its code and sub-code are the right ones. */
export function refusalChecks(
  vendor: Vendor,
  expected: ExpectedRefusal,
  asker: RefusalAsker,
): RefusalChecks<StepCheck> {
  const { id, title, refusal, citations } = expected
  const manner = manners[asker]
  const ofCode = codeCitations(vendor, expected)
  const checkOf = (step: RefusalStep): StepCheck => ({
    id: stepId(id, step),
    refusal,
    title: `${title}${manner.endings[step]}`,
    axis: axisOf(step, expected.axis),
    level: levelOf(vendor, expected, step),
    citations: manner.citing.includes(step) ? [...citations, ...ofCode] : citations,
  })
  return Object.fromEntries(
    stepsOf(manner, answersOf(vendor, expected), besides(vendor, expected)).map((step) => [
      step,
      checkOf(step),
    ]),
  )
}

/** The id of a step; the first one carries the id of the refusal itself. */
export function stepId(refusal: string, step: RefusalStep): string {
  return step === 'refused' ? refusal : `${refusal}/${step}`
}

const namesOf = ({ refusal, or }: ExpectedRefusal): readonly RefusalName[] =>
  or === undefined ? [refusal] : [refusal, or]

const answersOf = (
  { refusals }: Vendor,
  expected: ExpectedRefusal,
): readonly ErrorName[] | undefined => {
  const { refusal, operation } = expected
  if (answersTo(refusals, refusal, operation?.name) === undefined) return undefined
  return namesOf(expected).flatMap((name) => answersTo(refusals, name, operation?.name) ?? [])
}

const observedOf = ({ refusals }: Vendor, expected: ExpectedRefusal): readonly ObservedAnswer[] =>
  namesOf(expected).flatMap((name) => observedAnswersTo(refusals, name, expected.operation?.name))

/** Whatever else fits. */
const besides = (vendor: Vendor, expected: ExpectedRefusal): readonly ErrorName[] => [
  ...observedOf(vendor, expected),
  ...(expected.instead ?? []).flatMap(
    (name) => answersTo(vendor.refusals, name, expected.operation?.name) ?? [],
  ),
]

/** Where a code fits without a sub-code, too, any sub-code of it does: then nothing is asked of it. */
const stepsOf = (
  { uncoded, reasonOfSome }: Manner,
  answers: readonly ErrorName[] | undefined,
  others: readonly ErrorName[],
): readonly RefusalStep[] => {
  if (answers === undefined) return uncoded
  const bare = [...answers, ...others].filter(({ reason }) => reason === undefined)
  const full = answers.filter(({ reason }) => reason !== undefined)
  const open = new Set(bare.map(({ code }) => code))
  const isAsked = reasonOfSome || full.length === answers.length
  const hasReason = isAsked && full.some(({ code }) => !open.has(code))
  return refusalSteps.filter((step) => step !== 'reason' || hasReason)
}

const axisOf = (step: RefusalStep, axis: Axis): Axis => {
  if (step === 'reason') return 'reason'
  return step === 'refused' ? axis : 'refusal'
}

/** Never firmer than the vendor ties the code to the mistake; what else is asked of an error is `should` at most. */
const levelOf = (vendor: Vendor, expected: ExpectedRefusal, step: RefusalStep): Level => {
  const { level } = expected
  if (step === 'refused') return level
  return softer(level, step === 'code' ? tiedLevel(vendor, expected) : 'should')
}

/** Where the real service answers otherwise, no third code is wrong for sure. */
const tiedLevel = (vendor: Vendor, expected: ExpectedRefusal): Level => {
  const rows = namesOf(expected).map((name) => vendor.refusals.refusals[name])
  const tied = rows.map((row) => row?.level ?? 'may').reduce(softer)
  const codes = new Set(answersOf(vendor, expected)?.map(({ code }) => code))
  const isOpen = observedOf(vendor, expected).some(({ code }) => !codes.has(code))
  return isOpen ? softer(tied, 'should') : tied
}

/** What ties the code to the mistake: the row's lines, where the operation declares it, and what else is answered. */
const codeCitations = (vendor: Vendor, expected: ExpectedRefusal): readonly Citation[] => {
  const rows = namesOf(expected).flatMap((name) => vendor.refusals.refusals[name]?.citations ?? [])
  const codes = (answersOf(vendor, expected) ?? []).map(({ code }) => code)
  const shown = observedOf(vendor, expected).flatMap(({ facts }) => facts)
  return [
    ...rows.map((row) => cite(vendor.contract.document, row)),
    ...codes.flatMap((code) => expected.operation?.errorCitations[code] ?? []),
    ...vendor.observed.filter(({ id }) => shown.includes(id)).flatMap(citationsOf),
  ]
}
