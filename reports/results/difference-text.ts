import type { Paint, Tone } from '../text/paint.ts'
import type { Difference } from './compare-baseline.ts'

const tones: Readonly<Record<Difference['kind'], Tone>> = {
  worse: 'bad',
  vanished: 'bad',
  better: 'good',
  new: 'soft',
}

/** The differences from a baseline, one a line, and their count. */
export function differenceText(differences: readonly Difference[], paint: Paint): string {
  if (differences.length === 0) return 'no difference from the baseline'
  const lines = differences.map(
    ({ kind, target, id, says }) =>
      `  ${paint(tones[kind], kind.padEnd(8))}  ${target}  ${id}: ${says}`,
  )
  const kinds = Object.keys(tones) as Difference['kind'][]
  const counts = kinds
    .map((kind) => `${differences.filter((one) => one.kind === kind).length} ${kind}`)
    .join(', ')
  return [`Against the baseline: ${counts}`, ...lines].join('\n')
}
