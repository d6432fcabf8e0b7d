import { usualExtent } from '../../suites/case/extent.ts'
import { runFormats } from './read-formats.ts'
import { variableOf, type VariableOption } from './variable-options.ts'

const row = (flags: string, variable: string, description: string): VariableOption => ({
  flags,
  variable,
  description,
})

const many = (flags: string, variable: string, description: string): VariableOption => ({
  ...row(flags, variable, `${description} (repeatable)`),
  repeatable: true,
})

const proxyRow = row(
  '--proxy <url>',
  'PROXY',
  'the proxy to ask through; credentials only by variable',
)

/** The variable that says which proxy to ask through. */
export const variableOfProxy: string = variableOf(proxyRow)

/** Every option of `run` that may come from a variable, in the order of its help. */
export const runRows: readonly VariableOption[] = [
  many('--vendor <id>', 'VENDOR', 'whose API; all that are built in unless said'),
  many('--only <glob>', 'ONLY', 'check ids, * stands for anything'),
  many('--axis <name>', 'AXIS', 'ask on this axis only'),
  many('--limit <name=number>', 'LIMIT', 'a limit the target states; none for no limit'),
  many('--absent <feature=reason>', 'ABSENT', 'a feature the target does not offer'),
  row('--target <file>', 'TARGET', 'a target file (YAML or JSON), or the name of a preset'),
  row('--endpoint <url>', 'ENDPOINT', 'where the target listens'),
  row('--region <name>', 'REGION', 'the region to sign for'),
  row('--ca <file>', 'CA', 'certificates (PEM) that are trusted, too'),
  proxyRow,
  row('--account <id>', 'ACCOUNT', 'the management account that reads with --read-only'),
  row('--concurrency <n>', 'CONCURRENCY', 'cases and connections at a time'),
  row('--deadline <ms>', 'DEADLINE', 'milliseconds for one exchange'),
  row('--rate <n>', 'RATE', 'requests per second at most, 0.5 for one every two seconds'),
  row(
    '--run-limit <seconds>',
    'RUN_LIMIT',
    'stop after so long; what is open then is inconclusive',
  ),
  row(
    '--consistency <how>',
    'CONSISTENCY',
    'whether writes are read at once: immediate or eventual',
  ),
  row('--class <name>', 'CLASS', 'the most dangerous writes that are made: light, medium or heavy'),
  many('--allow <operation>', 'ALLOW', 'an operation that nothing takes back, made all the same'),
  row('--plan <hash>', 'PLAN', 'write no more than the plan of this hash says (orgproof plan)'),
  row('--shard <i/n>', 'SHARD', 'ask only this part of the checks'),
  row(
    '--rerun-failed <results>',
    'RERUN_FAILED',
    'ask again the cases of what failed, broke or stayed open in an earlier results.json',
  ),
  row(
    '--resume <dir>',
    'RESUME',
    'go on with the run of this folder, which was stopped or killed: only what it has not judged is asked',
  ),
  row('--fail-fast <n>', 'FAIL_FAST', 'begin nothing new once so many checks have failed'),
  row('--baseline <file>', 'BASELINE', 'fail only on what is worse than this'),
  row('--seed <n>', 'SEED', 'seed of every generated value'),
  row(
    '--sequences <n>',
    'SEQUENCES',
    `random sequences of commands for each sequence check, where any account may call and all is seen at once: ${usualExtent.count} unless said, 0 for none`,
  ),
  row('--steps <n>', 'STEPS', `steps of each of them: ${usualExtent.steps} unless said`),
  row('--out <dir>', 'OUT', 'where reports go'),
  many(
    '--format <name>',
    'FORMAT',
    `write this report there, too, or print it (github): ${runFormats.join(', ')}`,
  ),
  row('--read-only', 'READ_ONLY', 'write nothing: ask what reads alone can show'),
  row('--evidence', 'EVIDENCE', 'also write evidence.tar.gz: what every verdict rests on'),
  row(
    '--pseudonymise',
    'PSEUDONYMISE',
    'pseudonyms for ids of accounts and organizations and for e-mail addresses in every output but ledger.ndjson, of which sweep needs the true ones',
  ),
  row('--allure', 'ALLURE', 'also write allure-results/, a file for every check'),
]

/** The variables that stand for options of `run`. */
export const runVariables: readonly string[] = runRows.map(variableOf)
