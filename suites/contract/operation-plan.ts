import type { Operation } from '../../specs/contract/contract.ts'
import { isObject } from '../../specs/contract/json.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Basis } from '../verdict/basis.ts'
import { commonChecks } from './common-checks.ts'
import { checkMaker, type CheckMaker } from './check-maker.ts'
import { crowds } from './fill-list.ts'
import { negativesOf } from './negatives.ts'
import type { OperationPlan, PagingChecks } from './plan.ts'
import { positivesOf } from './positives.ts'
import { sitesOf } from './input-field.ts'

/** What is asked of an operation. Throws when the vendor's settings forgot it: our own mistake. */
export function planOf(
  vendor: Vendor,
  operation: Operation,
  basis: (check: string) => Basis,
): OperationPlan {
  const setting = vendor.settings[operation.name]
  if (setting === undefined) throw new Error(`${vendor.id} has no setting for ${operation.name}`)
  const maker = checkMaker(vendor, operation, basis)
  const sites = sitesOf(vendor.contract, operation, setting)
  const parts = { vendor, operation: operation.name, setting, sites, maker }
  const negatives = negativesOf(parts)
  const verb = verbOf(vendor.dialect, operation.name)
  const pages = operation.pagination?.size !== undefined && verb !== undefined && verb in crowds
  return {
    vendor,
    operation,
    setting,
    sites,
    negatives,
    positives: positivesOf(parts),
    common: commonChecks(maker, {
      shaped: isObject(operation.output['properties']),
      yields: setting.yields.length > 0,
      refusable: setting.writes && negatives.length > 0,
    }),
    ...(verb !== undefined && { verb }),
    ...(pages && { paging: pagingChecks(maker) }),
  }
}

const pagingChecks = ({ check }: CheckMaker): PagingChecks => ({
  size: check({
    key: 'paging/size-is-respected',
    title: 'No page is longer than asked for',
    axis: 'pagination',
    level: 'must',
    citations: [],
  }),
  join: check({
    key: 'paging/pages-join',
    title: 'Pages of one entry join to the whole list',
    axis: 'pagination',
    level: 'must',
    citations: [],
  }),
})
