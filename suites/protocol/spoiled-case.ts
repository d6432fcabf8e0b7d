import type { Citation } from '../../specs/contract/citation.ts'
import type { Feature } from '../../specs/vendor/feature.ts'
import { featureOf } from '../../specs/vendor/features.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../case/case.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { statedStatuses } from '../verdict/stated-statuses.ts'
import type { Check } from '../verdict/verdict.ts'
import type { HarmlessCall } from './proper-call.ts'
import { sendSpoiledCalls, type PlannedCall } from './send-spoiled-calls.ts'
import type { SpoiledArea, SpoiledCall } from './spoiled-call.ts'

/** What the checks of a vendor's protocol share. */
export interface ProtocolParts {
  readonly vendor: Vendor
  readonly basis: (check: string) => Basis
  readonly proper: HarmlessCall
}

/** A case that spoils a harmless call in every way of an area, and looks at the statuses of whatever is refused. */
export function spoiledCase(parts: ProtocolParts, area: SpoiledArea): Case {
  const { vendor, proper } = parts
  const id = `protocol/${vendor.id}/${area.area}`
  const calls = area.calls.filter(({ applies }) => applies?.(vendor) ?? true)
  const planned = calls.map((spoiled) => checksFor(parts, area, { id, spoiled, proper }))
  const status = calls.some((call) => isStated(vendor, call)) ? [statusCheck(parts, area, id)] : []
  return {
    id,
    checks: [...planned.flatMap(checksOf), ...status],
    needs: neededFor(vendor, proper, area),
    access: proper.access,
    run: (context) => {
      const statuses = status.map((check) => check.id).find((check) => context.wanted(check))
      const wanted = planned.filter((call) =>
        checksOf(call).some((check) => statuses !== undefined || context.wanted(check.id)),
      )
      return sendSpoiledCalls(context, proper, { wanted, statuses })
    },
  }
}

/** Whether somebody says with which HTTP status each code comes that fits a spoiled call. */
const isStated = (vendor: Vendor, { refusal, silent }: SpoiledCall): boolean => {
  const codes = (answersTo(vendor.refusals, refusal) ?? []).map(({ code }) => code)
  const open = codes.filter((code) => statedStatuses(vendor, code) === undefined)
  return silent !== true && codes.length > 0 && open.length === 0
}

/** What stands in front of a service may frame its answers otherwise: no status of theirs is firm. */
const statusCheck = (
  { vendor, basis, proper }: ProtocolParts,
  { feature }: SpoiledArea,
  prefix: string,
): Check => {
  const id = `${prefix}/status`
  return {
    id,
    title: 'Each refusal has the HTTP status that is stated for its code',
    vendor: vendor.id,
    case: prefix,
    source: sourceOf(import.meta.url),
    operation: proper.operation,
    feature: feature ?? featureOf(vendor, proper.verb),
    axis: 'protocol',
    level: 'should',
    citations: [...basis(id).citations, { kind: 'protocol', source: vendor.protocol.framing }],
  }
}

const checksOf = ({ refused, code }: PlannedCall): readonly Check[] =>
  code === undefined ? [refused] : [refused, code]

/** What a case needs that makes the harmless call. */
export const neededFor = (
  vendor: Vendor,
  { once, verb }: HarmlessCall,
  { feature }: { readonly feature?: Feature | undefined },
): readonly Feature[] => {
  const all: readonly Feature[] = [
    // an owner calls, unless nobody has to own anything
    ...(once === true ? [] : (['organizations'] as const)),
    featureOf(vendor, verb),
    ...(feature === undefined ? [] : [feature]),
  ]
  return [...new Set(all)]
}

const checksFor = (
  { vendor, basis }: ProtocolParts,
  area: SpoiledArea,
  {
    id: prefix,
    spoiled,
    proper,
  }: { readonly id: string; readonly spoiled: SpoiledCall; readonly proper: HarmlessCall },
): PlannedCall => {
  const id = `${prefix}/${spoiled.what}`
  const says = spoiled.source?.(vendor) ?? area.source(vendor)
  const page: Citation = { kind: 'protocol', source: says }
  const row = vendor.refusals.refusals[spoiled.refusal]?.level ?? 'may'
  const check = (ending: { readonly id: string; readonly title: string }, level: Level): Check => ({
    ...ending,
    vendor: vendor.id,
    case: prefix,
    source: area.file,
    operation: proper.operation,
    feature: area.feature ?? featureOf(vendor, proper.verb),
    refusal: spoiled.refusal,
    axis: 'protocol',
    level,
    citations: [...basis(ending.id).citations, page],
  })
  return {
    spoiled,
    refused: check(
      { id, title: `${spoiled.title} is refused` },
      spoiled.protects === true ? 'must' : 'should',
    ),
    ...(spoiled.silent !== true && {
      code: check(
        { id: `${id}/code`, title: `${spoiled.title} gets the right code` },
        softer('should', row),
      ),
    }),
  }
}
