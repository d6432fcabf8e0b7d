import { cite, uniqueCitations, type Citation } from '../../specs/contract/citation.ts'
import type { Operation } from '../../specs/contract/contract.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import { featureOf } from '../../specs/vendor/features.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import { refusalSteps, type RefusalStep } from '../verdict/judge.ts'
import type { Axis, Check } from '../verdict/verdict.ts'

/** What one check says, apart from what all checks of its operation share. */
export interface Saying {
  /** the id after the operation */
  readonly key: string
  /** the mistake that it makes */
  readonly refusal?: RefusalName
  readonly title: string
  readonly axis: Axis
  readonly level: Level
  readonly citations: readonly Citation[]
  /** the file that asks it, as `Check.source` */
  readonly source: string
}

/** A refusal that is expected; `title` names the request, `axis` is that of its first step. */
export interface ExpectedRefusal extends Saying {
  readonly refusal: RefusalName
}

/** Makes the checks of one operation. */
export interface CheckMaker {
  /** how firmly the register states what a check asks; `may` when no rule claims it */
  readonly claimed: (key: string) => Level
  readonly check: (saying: Saying) => Check
  readonly refusal: (expected: ExpectedRefusal) => Readonly<Partial<Record<RefusalStep, Check>>>
}

const endings: Readonly<Record<RefusalStep, string>> = {
  refused: 'is refused',
  declared: 'gets a declared error',
  code: 'gets its own code',
  reason: 'gets its own sub-code',
}

/** A maker for an operation: adds who else says so (the register) and what the refusals' rows cite. */
export function checkMaker(
  vendor: Vendor,
  operation: Operation,
  basis: (check: string) => Basis,
): CheckMaker {
  const prefix = `contract/${vendor.id}/${operation.name}`
  const idOf = (key: string): string => `${prefix}/${key}`
  const shared = { ...placeOf(vendor, operation), case: prefix }
  const check = ({ key, citations, ...saying }: Saying): Check => {
    const id = idOf(key)
    return {
      ...saying,
      ...shared,
      id,
      citations: uniqueCitations([...basis(id).citations, ...citations, operation.citation]),
    }
  }
  return {
    check,
    claimed: (key) => basis(idOf(key)).level,
    refusal: ({ refusal, ...saying }) => {
      const cited = refusalCitations(vendor, operation, refusal)
      return Object.fromEntries(
        stepsOf(vendor, operation, refusal).map((step) => [
          step,
          check({
            ...saying,
            refusal,
            key: step === 'refused' ? saying.key : `${saying.key}/${step}`,
            title: `${saying.title} ${endings[step]}`,
            axis: axisOf(step, saying.axis),
            level: levelOf(vendor, { refusal, step, level: saying.level }),
            citations: step === 'refused' ? saying.citations : [...saying.citations, ...cited],
          }),
        ]),
      )
    },
  }
}

const placeOf = (
  { id, dialect }: Vendor,
  { name }: Operation,
): Pick<Check, 'vendor' | 'operation' | 'feature'> => {
  const verb = verbOf(dialect, name)
  const feature = verb === undefined ? {} : { feature: featureOf(verb) }
  return { vendor: id, operation: name, ...feature }
}

const stepsOf = (
  vendor: Vendor,
  operation: Operation,
  refusal: RefusalName,
): readonly RefusalStep[] => {
  const answers = answersTo(vendor.refusals, refusal, operation.name)
  if (answers === undefined) return ['refused']
  const hasReason = answers.some(({ reason }) => reason !== undefined)
  return refusalSteps.filter((step) => step !== 'reason' || hasReason)
}

const axisOf = (step: RefusalStep, axis: Axis): Axis => {
  if (step === 'reason') return 'reason'
  return step === 'refused' ? axis : 'refusal'
}

interface Weighed {
  readonly refusal: RefusalName
  readonly step: RefusalStep
  readonly level: Level
}

const levelOf = (vendor: Vendor, { refusal, step, level }: Weighed): Level => {
  if (step === 'refused') return level
  return softer(
    level,
    step === 'code' ? (vendor.refusals.refusals[refusal]?.level ?? 'may') : 'should',
  )
}

/** What ties the code to the mistake: the row's lines, and where the operation declares the code. */
const refusalCitations = (
  vendor: Vendor,
  operation: Operation,
  refusal: RefusalName,
): readonly Citation[] => {
  const rows = vendor.refusals.refusals[refusal]?.citations ?? []
  const codes = (answersTo(vendor.refusals, refusal, operation.name) ?? []).map(({ code }) => code)
  return [
    ...rows.map((row) => cite(vendor.contract.document, row)),
    ...codes.flatMap((code) => operation.errorCitations[code] ?? []),
  ]
}
