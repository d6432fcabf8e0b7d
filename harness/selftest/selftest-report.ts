import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Totals } from '../../suites/verdict/verdict.ts'

/** What became of a fault: found by a check that cites what it breaks, found by others only, or by none. */
export type Outcome = 'killed' | 'elsewhere' | 'survived'

/** A fault, and what the suite made of it. */
export interface Trial {
  readonly fault: string
  readonly outcome: Outcome
  /** ids of the checks that are red: the first that cites what the fault breaks, or all that do not */
  readonly by: readonly string[]
}

/** What the suite made of a server without a service. */
export interface StubResult {
  readonly server: string
  /** ids of the checks that claim behaviour and pass */
  readonly passed: readonly string[]
  /** ids of the checks that blame the suite */
  readonly errors: readonly string[]
  /** whether the run as a whole calls it conformant */
  readonly conformant: boolean
}

/** What the suite made of an endpoint of other make, which is right all the same. */
export interface VariantResult {
  readonly variant: string
  /** how many checks were asked */
  readonly asked: number
  /** what blames it, or the suite: verdicts with their checks */
  readonly falseAlarms: readonly string[]
  /** what comes to something else than at the quiet endpoint, although the variant does not say so */
  readonly undeclared: readonly string[]
  /** how many checks were left open that are decided at the quiet endpoint */
  readonly inconclusive: number
  /** what it could not answer properly */
  readonly troubles: readonly string[]
  /** faults on top of it, and what the suite made of them */
  readonly trials: readonly Trial[]
}

/** What the suite made of the endpoint that does nothing wrong. */
export interface BaselineResult {
  readonly totals: Totals
  /** what is not as it ought to be: verdicts with their checks, and the endpoint's own troubles */
  readonly doubts: readonly string[]
}

/** What the suite shows of itself for one vendor. */
export interface SelftestReport {
  readonly vendor: VendorId
  readonly baseline: BaselineResult
  readonly stubs: readonly StubResult[]
  readonly variants: readonly VariantResult[]
  readonly trials: readonly Trial[]
  /** the fault that any suite finds: when this one does not, nothing it says counts */
  readonly control: Trial
  /** faults that are not killed, by name, and why that is known and borne */
  readonly knownSurvivors: Readonly<Record<string, string>>
}

/** What a report comes to: `void` when the measuring itself is in doubt. */
export type Standing = 'proven' | 'wanting' | 'void'

/** What is not as it ought to be, sentence by sentence, and what it comes to. */
export interface Appraisal {
  readonly standing: Standing
  readonly findings: readonly string[]
}

/** Weighs a report: any finding leaves the suite wanting; an unsound measurement voids it. */
export function appraise(report: SelftestReport): Appraisal {
  const unsound = [...doubtsAbout(report.baseline), ...voidBy(report.control)]
  const wanting = [
    ...report.stubs.flatMap(deceivedBy),
    ...report.variants.flatMap(flawsUnder),
    ...unkilled(report),
  ]
  const findings = [...unsound, ...wanting]
  if (unsound.length > 0) return { standing: 'void', findings }
  return { standing: wanting.length > 0 ? 'wanting' : 'proven', findings }
}

const doubtsAbout = ({ doubts, totals }: BaselineResult): readonly string[] =>
  totals.pass === 0 ? [...doubts, 'the honest endpoint was asked nothing'] : doubts

const voidBy = ({ fault, outcome }: Trial): readonly string[] =>
  outcome === 'killed'
    ? []
    : [`the control ${fault} is not killed: no count of this run means anything`]

const deceivedBy = ({ server, passed, errors, conformant }: StubResult): readonly string[] => [
  ...passed.map((check) => `${server} passes ${check}`),
  ...errors.map((check) => `${server} makes ${check} blame the suite`),
  ...(conformant ? [`${server} is called conformant`] : []),
]

/** So much of what is asked of a variant may be left open. */
const mostInconclusive = 0.01

const flawsUnder = (result: VariantResult): readonly string[] => {
  const { variant, asked, falseAlarms, undeclared, inconclusive, troubles, trials } = result
  const missed = trials.filter(({ outcome }) => outcome !== 'killed')
  return [
    ...(asked === 0 ? [`${variant} was asked nothing`] : []),
    ...falseAlarms.map((alarm) => `${variant} gets a false alarm: ${alarm}`),
    ...undeclared.map((verdict) => `${variant} does not say that it gets: ${verdict}`),
    ...(inconclusive > mostInconclusive * asked
      ? [`${variant} leaves ${inconclusive} of ${asked} checks open`]
      : []),
    ...troubles.map((trouble) => `${variant} is in trouble: ${trouble}`),
    ...missed.map(({ fault, outcome }) => `${fault} under ${variant}: ${outcome}`),
  ]
}

const unkilled = ({ trials, knownSurvivors }: SelftestReport): readonly string[] =>
  trials.flatMap(({ fault, outcome, by }) => {
    const known = knownSurvivors[fault] !== undefined
    if (outcome === 'killed') return known ? [`${fault} is excused and is killed all the same`] : []
    if (known) return []
    return outcome === 'survived'
      ? [`${fault} survives`]
      : [`${fault} is killed elsewhere only: ${by.slice(0, 3).join(', ')}`]
  })
