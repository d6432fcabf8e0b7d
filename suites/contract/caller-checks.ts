import type { Citation } from '../../specs/contract/citation.ts'
import type { Operation } from '../../specs/contract/contract.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { offers } from '../../specs/vendor/features.ts'
import type { RequestTemplate } from '../../specs/vendor/request-template.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalChecks } from '../case/refusal-checks.ts'
import { shows } from '../dsl/snapshot.ts'
import { softer } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Check } from '../verdict/verdict.ts'
import type { CheckMaker } from './check-maker.ts'
import type { InputField } from './input-field.ts'
import { minimalKey, type Refusable } from './refusable.ts'
import {
  declaresOutside,
  refusalsFor,
  strangerRows,
  strangersTo,
  type Stranger,
} from './strangers.ts'

const source = sourceOf(import.meta.url)

/** The least valid request, sent by an account that may not send it. Its twin is the same, sent by one that may. */
export interface WrongCaller extends Refusable {
  readonly who: Stranger
  /** the features without which there is no such account */
  readonly needs: readonly Feature[]
}

/** What is asked of everybody who may not call an operation. */
export interface CallerPlan {
  readonly wrong: readonly WrongCaller[]
  /** of an operation that writes: whether the refused calls left everything as it was */
  readonly unchanged?: Check
}

/** What the checks of wrong callers are planned from. */
export interface CallerParts {
  readonly vendor: Vendor
  readonly operation: Operation
  readonly template: RequestTemplate
  readonly fields: readonly InputField[]
  readonly maker: CheckMaker
}

/**
 * The checks of an operation on who may call it, from what its contract states of its callers. Where the vendor refuses
 * nobody by the register (`silent`), there are none.
 */
export function callerChecks(parts: CallerParts): CallerPlan {
  const { vendor, operation, template, maker } = parts
  if (vendor.refusals.refusals.accessDenied?.silent?.includes(operation.name) === true) {
    return { wrong: [] }
  }
  const wrong = strangersTo(parts)
    .filter((who) => strangerRows[who].needs.every((feature) => offers(vendor, feature)))
    .map((who) => wrongCaller(parts, who))
  if (wrong.length === 0 || !template.writes || !shows(vendor)) return { wrong }
  const key = 'caller/refused-requests-change-nothing'
  const unchanged = maker.check({
    key,
    title: 'Calls of those who may not leave the organization as it was',
    axis: 'atomicity',
    level: maker.claimed(key) === 'must' ? 'must' : 'should',
    citations: [],
    source,
  })
  return { wrong, unchanged }
}

const wrongCaller = ({ vendor, operation, maker }: CallerParts, who: Stranger): WrongCaller => {
  const { title, needs } = strangerRows[who]
  const refusals = refusalsFor(operation.caller, who)
  const steps = maker.refusal({
    key: `caller/${who}/is-refused`,
    title,
    refusal: refusals[0],
    axis: 'authorization',
    level: levelFor(vendor, operation),
    citations: whoSaysSo(vendor, operation),
    source,
  })
  return { who, needs, refusals, twin: minimalKey, steps: judgeable(who, steps) }
}

/**
 * Softly where who may call is our reading, or where the document says who may and not that nobody else may: then an
 * error for accounts outside has to be declared.
 */
const levelFor = (vendor: Vendor, operation: Operation): Level => {
  if (operation.callerCitation === undefined) return 'should'
  if (operation.caller !== 'any-member') return 'must'
  return declaresOutside({ vendor, operation }) ? 'must' : 'should'
}

const whoSaysSo = (
  { contract }: Vendor,
  { callerCitation, callerErrata = [] }: Operation,
): readonly Citation[] =>
  callerCitation === undefined
    ? callerErrata.flatMap((id) => contract.errata?.[id] ?? [])
    : [callerCitation]

/**
 * Which of several refusals comes first, no document tells, so that the code is never a must. Of another
 * organization's things it may be said that there are none, in the words of any of them: no code is asked for.
 */
const judgeable = (
  who: Stranger,
  { code, reason: _reason, ...steps }: RefusalChecks<Check>,
): RefusalChecks<Check> =>
  code === undefined || who === 'another-organization'
    ? steps
    : { ...steps, code: { ...code, level: softer(code.level, 'should') } }
