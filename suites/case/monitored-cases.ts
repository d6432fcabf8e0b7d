import type { Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { featureOf } from '../../specs/vendor/features.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Check } from '../verdict/verdict.ts'
import { boundedCase } from './bounded-case.ts'
import { busyCase } from './busy-case.ts'
import type { Case } from './case.ts'

/** What watches a whole run: whether it is busy, whether it ends, and whether the answers of each operation keep the contract. */
export function monitoredCases(vendor: Vendor): readonly Case[] {
  return [busyCase(vendor), boundedCase(vendor), ...answerCases(vendor)]
}

/** One case for each operation whose answer the contract describes; it runs when all others have. */
const answerCases = (vendor: Vendor): readonly Case[] =>
  [...vendor.contract.operations.values()].filter(describesAnswer).map((operation) => {
    const verb = verbOf(vendor.dialect, operation.name)
    const feature = verb && featureOf(vendor, verb)
    const check = checkOf(vendor.id, operation, feature)
    const contract = `contract/${vendor.id}/${operation.name}`
    const minimal = `${contract}/minimal/succeeds`
    return {
      id: check.case,
      checks: [check],
      needs: feature === undefined ? [] : [feature],
      access: vendor.requestTemplates[operation.name]?.writes === false ? 'read' : 'write',
      after: { id: minimal, case: contract },
      run: async ({ monitor, decided, record }) =>
        record(
          check.id,
          monitor.judge(operation.name) ??
            unreached({ id: minimal, judged: decided.get(minimal) }, 'nothing was answered'),
        ),
    }
  })

/** Where the contract describes no member but those of the protocol's own frame, no answer can break it. */
const describesAnswer = ({ output }: Operation): boolean =>
  Object.values(output['properties'] ?? {}).some(
    (member: Json) => isObject(member) && member['x-protocol'] === undefined,
  )

const checkOf = (
  vendor: VendorId,
  { name, citation }: Operation,
  feature: Feature | undefined,
): Check => ({
  id: `endpoint/${vendor}/${name}/answers-keep-the-contract`,
  title: 'Its answers keep the contract, whoever asks',
  vendor,
  case: `endpoint/${vendor}/${name}`,
  source: sourceOf(import.meta.url),
  operation: name,
  ...(feature !== undefined && { feature }),
  axis: 'shape',
  level: 'must',
  citations: [citation],
})
