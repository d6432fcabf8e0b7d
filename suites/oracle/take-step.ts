import { operationOf } from '../../specs/contract/contract.ts'
import { understand, type VerbReading } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Believed } from './believed-rules.ts'
import { noFindings, type Difference, type Findings } from './differences.ts'
import type { Fitting } from './fits.ts'
import { foreseen, type Foreseen } from './foresee.ts'
import type { HeardCall } from './heard-call.ts'
import { judgeCall } from './judge-call.ts'
import { isCarriedOut, lostTrack, unread, type Known, type Step, type Stepping } from './known.ts'
import { forkOf, type Learned } from './learned.ts'
import type { Asking, Meant } from './predict.ts'
import { translatedIn } from './translated.ts'

/** What steps are taken with. */
export interface StepParts {
  readonly vendor: Vendor
  readonly believed: Believed
  readonly readings: ReadonlyMap<string, readonly VerbReading[]>
  readonly asking: Omit<Asking, 'now' | 'believed'>
  readonly fitting: Omit<Fitting, keyof Learned | 'isNewer' | 'mayHoldMore'>
  /** how long a page is where nobody says */
  readonly full: number
}

/** What a call comes to beside what is known of the target. */
export function takeStep(parts: StepParts, stepping: Stepping): Step {
  const { known, heard } = stepping
  if (isInDoubt(heard)) return lostTrack
  const meant = heard.spoiled || isClosed(known, heard) ? undefined : meantBy(parts, known, heard)
  return meant === undefined ? unread(stepping) : likeliest(parts, stepping, meant)
}

/** What the call comes to beside the prediction that it fits best: the first that it fits. */
const likeliest = (parts: StepParts, stepping: Stepping, meant: Meant): Step => {
  const asking = { ...parts.asking, believed: parts.believed, now: stepping.at }
  let least: Tried | undefined
  for (const one of foreseen(stepping.known, meant, asking)) {
    const tried = tryForeseen(parts, stepping, { ...one, row: meant.row })
    if (least === undefined || tried.cost < least.cost) least = tried
    if (least.cost === 0) return least
  }
  return least ?? unread(stepping)
}

interface Tried extends Step {
  readonly cost: number
}

const tryForeseen = (
  parts: StepParts,
  stepping: Stepping,
  { isOpen, ...predicted }: Foreseen & Pick<Meant, 'row'>,
): Tried => {
  if (!isOpen) return tryPrediction(parts, stepping, predicted)
  if (!isCarriedOut(stepping.heard)) return { ...unread(stepping), cost: 0 }
  // what it may have come to is not compared, but what it made is known where it came to that
  const tried = tryPrediction(parts, stepping, predicted)
  return tried.cost === 0 ? { ...tried, found: noFindings() } : { ...lostTrack, cost: 1 }
}

const tryPrediction = (
  { vendor, fitting, full }: StepParts,
  { known, heard }: Stepping,
  predicted: Pick<Foreseen, 'prediction'> & Pick<Meant, 'row'>,
): Tried => {
  const { trial, keep } = forkOf(known.learned)
  const operation = operationOf(vendor.contract, heard.operation)
  const judging = { ...predicted, vendor, operation, heard, full, readings: known.readings }
  const newer = newerIn(heard)
  const { prediction } = predicted
  const open = prediction.kind === 'done' ? prediction.openLists : undefined
  const { found, went, readings } = judgeCall(judging, {
    ...fitting,
    ...trial,
    isNewer: (value) => newer.has(value),
    mayHoldMore: (member) => open?.has(member) === true,
  })
  const { world } = prediction
  const next = went === 'unchanged' ? known : { ...known, world, readings, learned: trial }
  return { found, keep, known: went && next, cost: costOf(found) }
}

/** What is not told weighs less than what is told otherwise, and so does what nobody can read: it says less of what went on. */
const costOf = ({ differences }: Findings): number =>
  differences.reduce((sum, { kind }) => sum + (light.has(kind) ? 1 : 2), 0)

const light: ReadonlySet<Difference['kind']> = new Set(['untold', 'unheard'])

/** Values of an answer that the document does not know. */
const newerIn = ({ interaction }: HeardCall): ReadonlySet<unknown> =>
  new Set(
    interaction.violations
      .filter(({ soft, keyword }) => soft && keyword === 'enum')
      .map(({ value }) => value),
  )

/** No rule says what an account may do once it is closed. */
const isClosed = ({ world, learned }: Known, { account }: HeardCall): boolean =>
  world.accounts.get(learned.names.model(account) ?? account)?.closedAt !== undefined

/** Nobody can tell what a write did that was sent more than once, or whose answer was looked up. */
const isInDoubt = ({ writes, interaction: { repeated, found, untold } }: HeardCall): boolean =>
  writes && (repeated === true || found !== undefined || untold === true)

const meantBy = (
  { readings }: StepParts,
  { learned }: Known,
  { operation, input, account }: HeardCall,
): Meant | undefined => {
  const candidates = readings.get(operation)
  const meant = candidates && understand(candidates, input)
  const { model } = learned.names
  return (
    meant && { ...meant, all: translatedIn(meant.all, model), caller: model(account) ?? account }
  )
}
