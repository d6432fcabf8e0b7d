import type { MutantCounts, MutantReport } from './mutant-report.ts'
import { rooms } from './places.ts'
import type { MutantTrial } from './try-mutant.ts'

/** The counts of a vendor, for people: one line for all, one for each room. */
export function mutantReportText({
  vendor,
  all,
  rooms: byRoom,
  leftOut,
  ...more
}: MutantReport): string {
  const { stillborn, reworded, unshown, unreached } = leftOut
  return [
    `${vendor}: mutants made by machine`,
    ...rooms.map((room) => `  ${room.padEnd(8)} ${countsText(byRoom[room])}`),
    `  ${'all'.padEnd(8)} ${countsText(all)}`,
    `  not counted: ${stillborn} that do not start, ${reworded} that only word something otherwise, ${unshown} that no answer shows, ${unreached} places no case comes by`,
    ...more.void.map((why) => `  void: ${why}`),
    ...more.wronglyDeclared.map((id) => `  declared equivalent, and noticed: ${id}`),
  ].join('\n')
}

const countsText = (counts: MutantCounts): string => {
  const { tried, equivalent, failed, warned, unnoticed, unseen, rate, rateWithWarnings } = counts
  return [
    `${tried} tried`,
    `${equivalent} equivalent`,
    `${failed} noticed (${rate.toFixed(1)} %)`,
    `${failed + warned} with warnings (${rateWithWarnings.toFixed(1)} %)`,
    `${unnoticed} shown and passed`,
    `${unseen} shown by no answer`,
  ].join(', ')
}

/** A mutant that nobody noticed, as somebody reads it who is to mend that: what is wrong, who saw it, what they passed. */
export function survivorText({ mutant, notice, sightings, rules }: MutantTrial): string {
  const { id, place, original, mutated, met } = mutant
  const cases = met.slice(0, 6).map((record) => record.case.id)
  const [first] = sightings
  return [
    `${notice}: ${id}`,
    `  at ${place}`,
    `  - ${oneLine(original)}`,
    `  + ${oneLine(mutated)}`,
    `  come by in ${met.length} cases: ${cases.join(', ')}${met.length > 6 ? ' …' : ''}`,
    ...(first === undefined
      ? []
      : [
          `  shown in ${sightings.length}, first in ${first.case}: ${first.operation} at ${first.differs.slice(0, 6).join(', ')}`,
          `    right ${first.right.slice(0, 600)}`,
          `    wrong ${first.wrong.slice(0, 600)}`,
          `    passed by ${first.checks.slice(0, 8).join(', ') || 'no check that speaks of this message'}`,
        ]),
    ...(rules.length === 0 ? [] : [`  rules ${rules.slice(0, 8).join(', ')}`]),
  ].join('\n')
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').slice(0, 160)

/** The same for machines. */
export function trialJson({ mutant, ...trial }: MutantTrial): object {
  const { id, room, operator, place, original, mutated } = mutant
  return { id, room, operator, place, original, mutated, ...trial }
}
