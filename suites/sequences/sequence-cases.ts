import { uniqueCitations } from '../../specs/contract/citation.ts'
import { offers, operationsOf, operationsTold } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../case/case.ts'
import type { Basis } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Check } from '../verdict/verdict.ts'
import { areas, joined, type Area } from './areas.ts'
import { hunt } from './hunt.ts'
import { vocabularyOf } from './vocabulary.ts'

/** What is asked of sequences in an area. */
interface Property {
  readonly area: Area
  readonly name: string
  readonly title: string
  readonly pairs?: boolean
  /** days pass between some of them */
  readonly movesTime?: boolean
  /** it takes so many times the others to see it: what has to meet in one moment meets seldom */
  readonly times?: number
}

/**
 * Whether commands that follow each other come to what the rules say, whoever says them and in whichever order: a case for
 * each area, one for all areas at once, and one for two who write at the same time.
 */
export function sequenceCases(vendor: Vendor, basis: (check: string) => Basis): readonly Case[] {
  const offered = areas.filter(({ features }) => features.some((one) => offers(vendor, one)))
  return propertiesOf(offered).map((property) => caseOf(vendor, property, basis))
}

const propertiesOf = (offered: readonly Area[]): readonly Property[] => {
  const whole = joined('all', offered)
  const plain = { title: 'What follows on what comes to what the rules say' }
  const passing = offered.filter(({ id }) => id === 'membership')
  return [
    ...(offered.length < 2 ? [] : offered).map((area) => ({
      ...plain,
      area,
      name: `${area.id}-follows-the-rules`,
      title: `${plain.title}: ${area.id}`,
    })),
    { ...plain, area: whole, name: 'answers-follow-the-rules' },
    {
      area: whole,
      name: 'two-writers-are-linearizable',
      title: 'Who writes at the same time writes one after the other',
      pairs: true,
      times: 5,
    },
    ...passing.map((area) => ({
      area,
      name: 'days-pass-by-the-rules',
      title: 'What follows days later comes to what the rules say',
      movesTime: true,
    })),
  ]
}

const caseOf = (
  vendor: Vendor,
  { area, name, title, pairs = false, movesTime = false, times = 1 }: Property,
  basis: (check: string) => Basis,
): Case => {
  const id = `sequence/${vendor.id}/${name}`
  const claimed = basis(id)
  const check: Check = {
    id,
    title,
    vendor: vendor.id,
    case: id,
    source: sourceOf(import.meta.url),
    axis: 'behaviour',
    level: claimed.citations.length > 0 ? claimed.level : 'must',
    citations: uniqueCitations([...claimed.citations, ...citationsOf(vendor, area)]),
  }
  return {
    id,
    checks: [check],
    needs: [],
    access: 'write',
    freeAccounts: true,
    playsSequences: true,
    ...(movesTime && { movesTime: true }),
    run: async (context) => {
      const vocabulary = vocabularyOf(vendor, area)
      context.record(id, await hunt(context, { vocabulary, pairs, movesTime, times }))
    },
  }
}

/** Who says what the operations do that a script is made of. */
const citationsOf = (vendor: Vendor, { features }: Area): Check['citations'] => {
  const offered = features.filter((feature) => offers(vendor, feature))
  const all = operationsOf(vendor, offered)
  return (all.length > 0 ? all : operationsTold(vendor, offered)).map(({ citation }) => citation)
}
