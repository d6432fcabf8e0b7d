import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Totals } from '../../suites/verdict/verdict.ts'

/** What became of a fault: found by who cites what it breaks, found by others only, or by nobody. */
export type Fate = 'killed' | 'elsewhere' | 'survived'

/** A fault, and what the suite made of it. */
export interface Trial {
  readonly fault: string
  readonly fate: Fate
  /** ids of the checks that are red: the first that speaks of it, or all that do not */
  readonly by: readonly string[]
}

/** What the suite made of a server without a service. */
export interface Imposture {
  readonly server: string
  /** ids of the checks that claim behaviour and pass */
  readonly passed: readonly string[]
  /** ids of the checks that blame the suite */
  readonly errors: readonly string[]
  /** whether the run as a whole calls it conformant */
  readonly conformant: boolean
}

/** What the suite made of the endpoint that does nothing wrong. */
export interface Honesty {
  readonly totals: Totals
  /** what is not as it ought to be: verdicts with their checks, and the endpoint's own troubles */
  readonly doubts: readonly string[]
}

/** What the suite shows of itself for one vendor. */
export interface Certificate {
  readonly vendor: VendorId
  readonly honesty: Honesty
  readonly impostures: readonly Imposture[]
  readonly trials: readonly Trial[]
  /** the fault that any suite finds: when this one does not, nothing it says counts */
  readonly control: Trial
  /** faults that are not killed, by name, and why that is known and borne */
  readonly excuses: Readonly<Record<string, string>>
}

/** What a certificate comes to: `void` when the measuring itself is in doubt. */
export type Standing = 'proven' | 'wanting' | 'void'

/** What is not as it ought to be, sentence by sentence, and what it comes to. */
export interface Appraisal {
  readonly standing: Standing
  readonly findings: readonly string[]
}

/** Weighs a certificate: any finding leaves the suite wanting; an unsound measurement voids it. */
export function appraise(certificate: Certificate): Appraisal {
  const unsound = [...doubtsAbout(certificate.honesty), ...voidBy(certificate.control)]
  const wanting = [...certificate.impostures.flatMap(deceivedBy), ...escapes(certificate)]
  const findings = [...unsound, ...wanting]
  if (unsound.length > 0) return { standing: 'void', findings }
  return { standing: wanting.length > 0 ? 'wanting' : 'proven', findings }
}

const doubtsAbout = ({ doubts, totals }: Honesty): readonly string[] =>
  totals.pass === 0 ? [...doubts, 'the honest endpoint was asked nothing'] : doubts

const voidBy = ({ fault, fate }: Trial): readonly string[] =>
  fate === 'killed'
    ? []
    : [`the control ${fault} is not killed: no count of this run means anything`]

const deceivedBy = ({ server, passed, errors, conformant }: Imposture): readonly string[] => [
  ...passed.map((check) => `${server} passes ${check}`),
  ...errors.map((check) => `${server} makes ${check} blame the suite`),
  ...(conformant ? [`${server} is called conformant`] : []),
]

const escapes = ({ trials, excuses }: Certificate): readonly string[] =>
  trials.flatMap(({ fault, fate, by }) => {
    const excused = excuses[fault] !== undefined
    if (fate === 'killed') return excused ? [`${fault} is excused and is killed all the same`] : []
    if (excused) return []
    return fate === 'survived'
      ? [`${fault} survives`]
      : [`${fault} is killed elsewhere only: ${by.slice(0, 3).join(', ')}`]
  })
