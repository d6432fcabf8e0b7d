import type { Operation } from '../../specs/contract/contract.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { describesAnswer } from '../case/describes-answer.ts'
import { shows } from '../dsl/snapshot.ts'
import type { Basis } from '../verdict/basis.ts'
import { callerChecks } from './caller-checks.ts'
import { checkMaker, type CheckMaker } from './check-maker.ts'
import { commonChecks } from './common-checks.ts'
import { fillerOf, type FillList } from './fill-list.ts'
import { inputFieldsOf } from './input-field.ts'
import { negativesOf } from './negatives.ts'
import type { OperationPlan, PagingPlan } from './plan.ts'
import { positivesOf } from './positives.ts'
import { pagingSource } from './run-paging.ts'

/**
 * The checks and requests of an operation. Throws when the vendor has no template for it, or when its pages are
 * forgotten: our own mistakes.
 */
export function planOf(
  vendor: Vendor,
  operation: Operation,
  basis: (check: string) => Basis,
): OperationPlan {
  const template = vendor.requestTemplates[operation.name]
  if (template === undefined)
    throw new Error(`${vendor.id} has no request template for ${operation.name}`)
  const maker = checkMaker(vendor, operation, basis)
  const fields = inputFieldsOf(vendor.contract, operation, template)
  const parts = { vendor, operation: operation.name, template, fields, maker }
  const negatives = negativesOf(parts)
  const verb = verbOf(vendor.dialect, operation.name)
  const fill = operation.pagination?.size === undefined ? undefined : fillerOf(vendor, verb)
  return {
    vendor,
    operation,
    template,
    seen: basis,
    fields,
    negatives,
    positives: positivesOf(parts),
    callers: callerChecks({ ...parts, operation }),
    common: commonChecks(maker, {
      shaped: describesAnswer(operation),
      yields: template.yields.length > 0,
      refusable: template.writes && negatives.length > 0 && shows(vendor),
    }),
    ...(verb !== undefined && { verb }),
    ...(fill && { paging: pagingPlan(maker, fill) }),
  }
}

const pagingPlan = ({ check }: CheckMaker, fill: FillList): PagingPlan => ({
  fill,
  size: check({
    key: 'paging/size-is-respected',
    title: 'No page is longer than asked for',
    axis: 'pagination',
    level: 'must',
    citations: [],
    source: pagingSource,
  }),
  join: check({
    key: 'paging/pages-join',
    title: 'Pages of one entry join to the whole list',
    axis: 'pagination',
    level: 'must',
    citations: [],
    source: pagingSource,
  }),
})
