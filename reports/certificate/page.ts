import { levels } from '../../specs/vendor/requirement.ts'
import { axes, verdicts, type Totals } from '../../suites/verdict/verdict.ts'
import type { Certificate, CertifiedTarget, CountsByAxis, Statement } from './certificate.ts'
import { decidedText, placesOf } from './count-checks.ts'

/** A table: what its columns are called, and its rows. */
export interface PageTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A part of the human form: a heading, and below it sentences, a table, or both. */
export interface PageSection {
  readonly heading: string
  readonly lines?: readonly string[]
  readonly table?: PageTable
}

/** The human form of a certificate before it is written in a language: plain texts, nothing of it escaped. */
export interface Page {
  readonly title: string
  readonly verdict: Certificate['verdict']
  /** what the verdict means, in a sentence */
  readonly meaning: string
  readonly sections: readonly PageSection[]
}

/** What stands on the page of a certificate: the verdict first, axes apart, and what it does not prove. */
export function pageOf({ subject, predicate }: Statement, keyid: string): Page {
  const { orgproof: certificate, failedTests, warnedTests } = predicate
  const { targets, verdict, doesNotProve } = certificate
  return {
    title: `Certificate of ${targets.map(({ name }) => name).join(', ')}`,
    verdict,
    meaning: meanings[verdict],
    sections: [
      factsOf(certificate, keyid),
      ...targets.flatMap(targetSections),
      ...testSection('Deviations that make it nonconformant', failedTests),
      ...testSection('Other deviations', warnedTests),
      { heading: 'What this does not prove', lines: doesNotProve },
      {
        heading: 'Verify it',
        lines: ['This page is not signed: orgproof verify FILE --key PUBLIC.pem asks what is.'],
        table: {
          head: ['file', 'sha256'],
          rows: subject.map(({ name, digest }) => [name, digest.sha256]),
        },
      },
    ],
  }
}

const meanings: Readonly<Record<Certificate['verdict'], string>> = {
  conformant: 'No must of the requirement set is broken, and none was left open.',
  nonconformant: 'At least one must of the requirement set is broken.',
  incomplete: 'Nothing is known to be broken, but some of what must hold was not established.',
}

const factsOf = (certificate: Certificate, keyid: string): PageSection => {
  const { suite, requirements, run, issuedAt, expiresAt, repeat } = certificate
  return {
    heading: 'Issued',
    table: {
      head: ['', ''],
      rows: [
        ['holds from', issuedAt],
        ['until', expiresAt],
        ['signed by the key', keyid],
        ['suite', `${suite.name} ${suite.version}`],
        ['requirement set', `${requirements.version}, sha256 ${requirements.sha256}`],
        ['run', `${run.id}, seed ${run.seed}, ${run.startedAt} to ${run.finishedAt}`],
        ...(run.plan === undefined ? [] : [['plan', run.plan]]),
        [
          'second run',
          repeat === undefined
            ? 'none'
            : `${repeat.run}: ${repeat.differing} of ${repeat.compared} verdicts otherwise`,
        ],
      ],
    },
  }
}

const targetSections = (target: CertifiedTarget): readonly PageSection[] => [
  {
    heading: `${target.name}: ${target.verdict}`,
    table: { head: ['', ''], rows: targetRows(target) },
  },
  {
    heading: `Checks of ${target.name}, by axis and level`,
    lines: ['Axes are told side by side, and never summed.'],
    table: countsTable(target.scored),
  },
  ...(placesOf(target.notScored).length === 0
    ? []
    : [
        {
          heading: `Checks of ${target.name} that are not scored`,
          lines: ['They came after the requirement set, and have no part in the verdict.'],
          table: countsTable(target.notScored),
        },
      ]),
]

const identityRows = (identity: CertifiedTarget['identity']): PageTable['rows'] => {
  if (identity === undefined) return []
  const { principals, organization } = identity
  const named = Object.entries(principals).map(([role, account]) => `${role} ${account}`)
  return [
    ['accounts, proven', named.join(', ')],
    ...(organization === undefined ? [] : [['organization', organization]]),
  ]
}

const targetRows = (target: CertifiedTarget): PageTable['rows'] => {
  const { vendor, endpoint, identity, readOnly, verdict, runVerdict, documents, rules, left } =
    target
  return [
    ['API', vendor],
    ['endpoint', endpoint],
    ...identityRows(identity),
    ...(verdict === runVerdict ? [] : [['by all checks of the run', runVerdict]]),
    ...(readOnly ? [['asked', 'only what needs no write']] : []),
    ['decided', decidedText(target)],
    ...(levels.some((level) => target.missing[level] > 0)
      ? [['missing', levels.map((level) => `${target.missing[level]} ${level}`).join(', ')]]
      : []),
    ...tallyRow('untestable', target.untestable),
    ...tallyRow('absent', target.absentChecks),
    ...Object.entries(target.absent).map(([name, why]) => [`declared absent: ${name}`, why]),
    ...Object.entries(target.limits).map(([name, limit]) => [
      `stated limit: ${name}`,
      limit === null ? 'none' : `${limit}`,
    ]),
    ...(left === 0 ? [] : [['left behind', `${left}`]]),
    ['rules that no check establishes', `${rules.notTested} of ${rules.total}`],
    ...Object.entries(documents).map(([file, sha256]) => [`document ${file}`, sha256]),
  ]
}

const tallyRow = (
  name: string,
  counts: CertifiedTarget['untestable'],
): readonly (readonly string[])[] => {
  const told = Object.entries(counts).map(([code, count]) => `${count} ${code}`)
  return told.length === 0 ? [] : [[name, told.join(', ')]]
}

/** One row for each axis, one column for each level. */
const countsTable = (counts: CountsByAxis): PageTable => ({
  head: ['axis', ...levels],
  rows: axes
    .filter((axis) => counts[axis] !== undefined)
    .map((axis) => [axis, ...levels.map((level) => totalsText(counts[axis]?.[level]))]),
})

const totalsText = (totals: Totals | undefined): string =>
  verdicts
    .flatMap((verdict) => {
      const count = totals?.[verdict] ?? 0
      return count === 0 ? [] : [`${count} ${verdict}`]
    })
    .join(', ')

/** So many deviations are named on one page; the certificate itself names all. */
const named = 20

const testSection = (heading: string, tests: readonly string[]): readonly PageSection[] => {
  if (tests.length === 0) return []
  const rest = tests.length - named
  const more = rest > 0 ? [`and ${rest} more, named in the certificate itself`] : []
  return [{ heading, lines: [...tests.slice(0, named), ...more] }]
}
