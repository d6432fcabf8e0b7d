import type { Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { featureOf } from '../../specs/vendor/features.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import type { Check, Judgement, Verdict } from '../verdict/verdict.ts'
import type { Case } from './case.ts'

/** One case for each operation whose answer the contract describes; it runs when all others have. */
export function monitoredCases(vendor: Vendor): readonly Case[] {
  return [...vendor.contract.operations.values()].filter(describesAnswer).map((operation) => {
    const verb = verbOf(vendor.dialect, operation.name)
    const feature = verb && featureOf(vendor, verb)
    const check = checkOf(vendor.id, operation, feature)
    const minimal = `contract/${vendor.id}/${operation.name}/minimal/succeeds`
    return {
      id: `endpoint/${vendor.id}/${operation.name}`,
      checks: [check],
      needs: feature === undefined ? [] : [feature],
      access: vendor.requestTemplates[operation.name]?.writes === false ? 'read' : 'write',
      after: minimal,
      run: async ({ monitor, decided, record }) =>
        record(check.id, monitor.judge(operation.name) ?? openAs(decided.get(minimal))),
    }
  })
}

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
  operation: name,
  ...(feature !== undefined && { feature }),
  axis: 'shape',
  level: 'must',
  citations: [citation],
})

const open: ReadonlySet<Verdict> = new Set<Verdict>(['absent', 'untestable', 'inconclusive'])

/** What nothing was seen of is as open as the minimal request of its operation. */
const openAs = (minimal: Judgement | undefined): Judgement => {
  if (minimal !== undefined && open.has(minimal.verdict)) {
    const { verdict, reason = verdict, exchanges } = minimal
    return { verdict, reason, exchanges }
  }
  return { verdict: 'untestable', reason: 'SETUP_FAILED: nothing was answered', exchanges: [] }
}
