import { uniqueCitations, type Citation } from '../../specs/contract/citation.ts'
import type { Operation } from '../../specs/contract/contract.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import { featureOf } from '../../specs/vendor/features.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import {
  refusalChecks,
  type ExpectedRefusal,
  type RefusalChecks,
  type StepCheck,
} from '../case/refusal-checks.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import { refusalSteps } from '../verdict/refusal-step.ts'
import type { Axis, Check } from '../verdict/verdict.ts'

/** What is particular to one check of an operation. */
export interface CheckParts {
  /** the id after the operation */
  readonly key: string
  readonly title: string
  readonly axis: Axis
  readonly level: Level
  readonly citations: readonly Citation[]
  /** the file that asks it, as `Check.source` */
  readonly source: string
}

/** Makes the checks of one operation. */
export interface CheckMaker {
  /** how firmly the register states what a check asks; `may` when no rule claims it */
  readonly claimed: (key: string) => Level
  readonly check: (parts: CheckParts) => Check
  /** the checks of a refusal that is expected; the title names the request */
  readonly refusal: (
    parts: CheckParts & Pick<ExpectedRefusal, 'refusal' | 'or' | 'instead'>,
  ) => RefusalChecks<Check>
}

/** A maker for an operation: adds what the register and the operation's own lines cite. */
export function checkMaker(
  vendor: Vendor,
  operation: Operation,
  basis: (check: string) => Basis,
): CheckMaker {
  const verb = verbOf(vendor.dialect, operation.name)
  const prefix = `contract/${vendor.id}/${operation.name}`
  const shared = {
    vendor: vendor.id,
    case: prefix,
    operation: operation.name,
    ...(verb !== undefined && { feature: featureOf(vendor, verb) }),
  }
  const idOf = (key: string): string => `${prefix}/${key}`
  const complete = (check: StepCheck, source: string): Check => {
    const { citations, contradicted } = basis(check.id)
    return {
      ...check,
      source,
      ...shared,
      // what the contract states firmly, the real service may not do all the same
      level: contradicted === true ? softer(check.level, 'should') : check.level,
      citations: uniqueCitations([...citations, ...check.citations, operation.citation]),
    }
  }
  return {
    claimed: (key) => basis(idOf(key)).level,
    check: ({ key, source, ...parts }) => complete({ id: idOf(key), ...parts }, source),
    refusal: ({ key, source, ...parts }) => {
      const steps = refusalChecks(vendor, { id: idOf(key), operation, ...parts }, 'contract')
      return Object.fromEntries(
        refusalSteps.flatMap((step) => {
          const check = steps[step]
          return check === undefined ? [] : [[step, complete(check, source)]]
        }),
      )
    },
  }
}
