import type { MutantCounts, MutantReport } from './mutant-report.ts'
import { rooms } from './places.ts'
import type { PlainTrial } from './plain-trial.ts'
import type { Sighting } from './sighting.ts'

/** The counts of a vendor, for people: one line for all, one for each room. */
export function mutantReportText({
  vendor,
  all,
  rooms: byRoom,
  leftOut,
  besides,
  ...more
}: MutantReport): string {
  const { stillborn, reworded, alike, unreached } = leftOut
  return [
    `${vendor}: mutants made by machine`,
    ...rooms.map((room) => `  ${room.padEnd(8)} ${countsText(byRoom[room])}`),
    `  ${'all'.padEnd(8)} ${countsText(all)}`,
    `  not counted: ${stillborn} that do not start, ${reworded} that only word something otherwise, ${alike} that answer all of this and ${besides} messages besides like the right one, ${unreached} places no case comes by`,
    ...more.void.map((why) => `  void: ${why}`),
    ...more.wronglyDeclared.map((wrong) => `  ${wrong}`),
  ].join('\n')
}

const countsText = (counts: MutantCounts): string => {
  const { tried, equivalent, failed, warned, unnoticed, unasked, rate, rateWithWarnings } = counts
  return [
    `${tried} tried`,
    `${equivalent} equivalent`,
    `${failed} noticed (${rate.toFixed(1)} %)`,
    `${failed + warned} with warnings (${rateWithWarnings.toFixed(1)} %)`,
    `${unnoticed} shown and passed`,
    `${unasked} shown by what nobody asks`,
  ].join(', ')
}

/** A mutant that nobody noticed, as somebody reads it who is to mend that: what is wrong, who saw it, what they passed. */
export function survivorText(trial: PlainTrial): string {
  const { id, notice, place, original, mutated, met, sightings, rules } = trial
  const [first] = sightings
  return [
    `${notice}: ${id}`,
    `  at ${place}`,
    `  - ${oneLine(original)}`,
    `  + ${oneLine(mutated)}`,
    `  come by in ${met.length} cases: ${some(met, 6)}`,
    ...(first === undefined ? [] : sightingLines(first, sightings.length)),
    ...(rules.length === 0 ? [] : [`  rules ${some(rules, 8)}`]),
  ].join('\n')
}

const sightingLines = (first: Sighting, count: number): readonly string[] => [
  `  shown in ${count}, first in ${first.case}: ${first.operation} at ${some(first.differs, 6)}`,
  `    right ${first.right.slice(0, 600)}`,
  `    wrong ${first.wrong.slice(0, 600)}`,
  `    passed by ${some(first.checks, 8) || 'no check that speaks of this message'}`,
]

const some = (all: readonly string[], most: number): string =>
  [...all.slice(0, most), ...(all.length > most ? [`${all.length - most} more`] : [])].join(', ')

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').slice(0, 160)
