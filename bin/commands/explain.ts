import { Command } from 'commander'

import { allCases, areQuestions, type Questions } from '../../harness/all-cases.ts'
import { nearest } from '../../harness/nearest.ts'
import { exitCodes, quoted, type Problem } from '../../harness/problem.ts'
import { whoSaysSo } from '../../reports/formats/terminal/who-says-so.ts'
import { claimsOf } from '../../reports/results/claims.ts'
import type { ObservedFact } from '../../specs/vendor/observed.ts'
import type { Case } from '../../suites/case/case.ts'
import { claimFinder } from '../../suites/verdict/claims.ts'
import type { Check } from '../../suites/verdict/verdict.ts'
import { fail } from '../shell/fail.ts'
import { print, type Shell } from '../shell/shell.ts'

/** `orgproof explain`: what a check asks, who says so, and how to ask it alone. */
export function explainCommand(shell: Shell): Command {
  return new Command('explain')
    .description('say what a check asks, and who says so')
    .argument('<check>', 'the id of a check')
    .option('--json', 'print for machines')
    .action((id: string, options: ExplainOptions) => explain(shell, id, options))
}

interface ExplainOptions {
  readonly json?: true
}

interface FoundCheck extends Questions {
  readonly one: Case
  readonly check: Check
}

const explain = async (shell: Shell, id: string, { json }: ExplainOptions): Promise<void> => {
  const questions = await allCases([])
  if (!areQuestions(questions)) return fail(shell, exitCodes.usage, questions)
  const found = questions.flatMap((asked) => foundIn(asked, id))
  if (found.length === 0) return fail(shell, exitCodes.usage, [unknown(id, questions)])
  print(
    shell,
    json === true
      ? JSON.stringify(found.map(forMachines), null, 2)
      : found.map(asText).join('\n\n'),
  )
}

const foundIn = (asked: Questions, id: string): readonly FoundCheck[] =>
  asked.cases.flatMap((one) =>
    one.checks.filter((check) => check.id === id).map((check) => ({ ...asked, one, check })),
  )

const rulesOf = ({ vendor, check }: FoundCheck) => {
  const ids = claimsOf(vendor.requirements)(check.id)
  return vendor.requirements.filter(({ id }) => ids.includes(id))
}

/** What the real service is seen to do there. */
const factsOf = ({ vendor, check }: FoundCheck): readonly ObservedFact[] =>
  claimFinder(vendor.observed)(check.id)

const forMachines = (found: FoundCheck): object => {
  const { needs, access, id } = found.one
  return {
    ...found.check,
    case: { id, needs, access },
    requirements: rulesOf(found),
    observed: factsOf(found),
  }
}

const asText = (found: FoundCheck): string => {
  const { check, one } = found
  const rules = rulesOf(found)
  const { id, title, vendor, operation, feature, axis, level, source } = check
  const says = whoSaysSo({ ...check, requirements: rules.map((rule) => rule.id) })
  const rows: readonly (readonly [string, string])[] = [
    ['vendor', vendor],
    ...(operation === undefined ? [] : [['operation', operation] as const]),
    ...(feature === undefined ? [] : [['feature', feature] as const]),
    ['axis', axis],
    ['level', level],
    ...refusalRow(found),
    ['says so', says],
    ...rules.map((rule): readonly [string, string] => [`rule ${rule.id}`, rule.rule]),
    ...factsOf(found).map((fact): readonly [string, string] => [
      `seen ${fact.id}`,
      `${fact.shows} (${fact.strength}; the document ${stances[fact.stance]})`,
    ]),
    [
      'case',
      one.checks.length === 1
        ? `${one.id}, alone`
        : `${one.id}, with ${one.checks.length - 1} other checks`,
    ],
    ['source', source],
    ['needs', one.needs.join(', ') || 'nothing'],
    ['writes', one.access === 'write' ? 'yes' : 'no: asked in read-only mode too'],
    ['ask it', `orgproof run --vendor ${vendor} --only '${id}'`],
  ]
  return [id, `  ${title}`, ...rows.map(([name, text]) => `  ${name.padEnd(10)} ${text}`)].join(
    '\n',
  )
}

const stances: Readonly<Record<ObservedFact['stance'], string>> = {
  agrees: 'says so, too',
  contradicts: 'says otherwise: either is right',
  silent: 'is silent',
}

/** The mistake whose answer is judged: its row has the codes, their level and lines beside those of the rules. */
const refusalRow = ({
  check: { refusal, vendor },
}: FoundCheck): readonly (readonly [string, string])[] =>
  refusal === undefined
    ? []
    : [['refusal', `${refusal} (its codes: specs/vendors/${vendor}/refusals.json)`]]

const unknown = (id: string, questions: readonly Questions[]): Problem => {
  const ids = questions.flatMap(({ cases }) =>
    cases.flatMap(({ checks }) => checks.map((check) => check.id)),
  )
  const beginning = ids.filter((known) => known.startsWith(id)).slice(0, 5)
  const near = beginning.length > 0 ? beginning : nearest(id, ids, 5)
  return {
    code: 'UNKNOWN_CHECK',
    message: `there is no check ${quoted(id)}`,
    hint:
      near.length === 0 ? 'orgproof list shows all' : `did you mean\n    ${near.join('\n    ')}`,
  }
}
