import { planted, type BadInput } from './bad-input.ts'

const long = 'x'.repeat(100_000)

/** Numbers as nobody should write them. */
const numbers: readonly string[] = [
  '',
  ' ',
  'x',
  '-1',
  '1.5',
  '1e3',
  '0x50',
  ' 80',
  '80 ',
  '+1',
  'NaN',
  'Infinity',
  '1_000',
  '٣',
  '9'.repeat(400),
  '1;2',
  'constructor',
]

const wrongRuns: readonly (readonly string[])[] = [
  ...numbers.flatMap((text) => [
    ['--seed', text],
    ['--concurrency', text],
    ['--deadline', text],
    ['--consistency', text],
    ['--shard', text],
  ]),
  ...['0', '65', '100000'].map((text) => ['--concurrency', text]),
  ...['9', '120001'].map((text) => ['--deadline', text]),
  ...['4294967296', '18446744073709551616'].map((text) => ['--seed', text]),
  ...['0/1', '2/1', '1/0', '1/2/3', '1', '/', '1/', '-1/2', '00001/2'].map((text) => [
    '--shard',
    text,
  ]),
  ...['asw', '', '__proto__', 'constructor', long].map((text) => ['--vendor', text]),
  ...['shap', '', 'SHAPE', 'toString', long].map((text) => ['--axis', text]),
  ...['unitDepht=1', 'unitDepth', 'unitDepth=', 'unitDepth=-1', 'unitDepth=1e3', '=1', ''].map(
    (text) => ['--limit', text],
  ),
  ...['unitDepth=99999999999999999999', '__proto__=1', `${long}=1`].map((text) => [
    '--limit',
    text,
  ]),
  ...['tag=no', 'tags', 'tags=', '=x', '', '__proto__=x', long].map((text) => ['--absent', text]),
  ...['motto', '', '.', '..', 'nowhere.yaml', 'a\u0000b', long].map((text) => ['--target', text]),
  ...['US', 'a b', '', 'x'.repeat(41), 'ü'].map((text) => ['--region', text]),
  ...['a b', '', 'ü', 'x'.repeat(300), 'a\nb'].map((text) => ['--account', text]),
  ...['', 'nowhere.json', '.', 'a\u0000b', long].map((text) => ['--baseline', text]),
  ...['', 'a\u0000b', long].map((text) => ['--out', text]),
  ['--only', ''],
  ['--target', 'moto'],
  ['--target', 'aws'],
  ['--target', 'moto', '--vendor', 'huawei', '--endpoint', 'http://127.0.0.1:1'],
  ['--endpoint', 'http://127.0.0.1:1'],
  ['--read-only=1'],
  ['surplus'],
]

const wrongWords: readonly (readonly string[])[] = [
  [],
  ['rnu'],
  [''],
  [long],
  ['constructor'],
  ['__proto__'],
  ['--sead'],
  ['--vendor', 'aws'],
  ['help', 'rnu'],
  ['run', 'serve', '--port', 'x'],
  ['baseline'],
  ['baseline', 'innit'],
  ['baseline', 'init'],
  ['baseline', 'check', 'x'],
  ['explain'],
  ['explain', ''],
  ['explain', long],
  ['explain', 'scenario/unit-rename/renamd'],
  ['explain', 'a', 'b'],
  ['explain', '\u001B[31m'],
  ['list', '--ids', '--json'],
  ['list', '--ids', '--requirements'],
  ['list', '--into', 'x', '--json'],
  ['list', '--into', 'x', '--ids'],
  ['list', '--into', ''],
  ['list', '--vendor', 'asw'],
  ['list', '--vendor', ''],
  ['list', '--vendor'],
  ['matrix', ''],
  ['matrix', 'nowhere.json', 'nowhere-else.json'],
  ['matrix', '.'],
  ['matrix', '--out', ''],
  ['selftest', '--fault', 'x'],
  ['selftest', '--fault', ''],
  ['selftest', '--vendor', 'x', '--fault', 'y'],
  ['bench', '--vendor', 'x'],
  ['bench', '--vendor', ''],
  ...numbers.map((text) => ['bench', '--repeat', text]),
  ['bench', '--repeat', '0'],
  ['bench', '--repeat', '101'],
  ...numbers.map((text) => ['serve', '--port', text]),
  ['serve', '--port', '65536'],
  ['serve', '--port', '65535'],
  ['serve', '--port'],
  ['serve', '--vendor', 'nobody'],
  ['serve', '--vendor', ''],
  ['serve', '--fault', ''],
  ['serve', '--fault', 'unit-depth-unlimitted'],
  ['serve', '--list-faults', '--fault', 'x'],
  ['serve', '--variant', ''],
  ['serve', '--variant', 'gzip-answer'],
  ['serve', '--vendor', 'codearts', '--variant', 'null-counts'],
  ['serve', '--list-variants', '--variant', 'x'],
  ['derive'],
  ['derive', '--documents', ''],
  ['derive', '--documents', 'nowhere'],
  ['derive', '--documents', '.', '--specs', 'nowhere'],
  ['derive', '--documents', '.', '--vendor', 'awz'],
  ['derive', '--documents', '.', '--vendor', '__proto__'],
]

/** Words that make no sense, to every command. */
export const badFlags: readonly BadInput[] = [
  ...wrongRuns.map((words) => ['run', ...words]),
  ...['run', 'serve', 'list', 'explain', 'matrix', 'derive', 'selftest', 'bench'].flatMap(
    (command) => [
      [command, '--sead', '1'],
      [command, `--${long}`],
      [command, '-q'],
    ],
  ),
  ...wrongWords,
].map((words) => ({ name: JSON.stringify(words).slice(0, 100), words }))

const variable = (name: string, text: string): BadInput => ({
  name: `${name}=${text.slice(0, 40)}`,
  words: ['run'],
  env: { [name]: text },
})

/** Variables that are empty or wrong. */
export const badVariables: readonly BadInput[] = [
  ...'VENDOR ONLY AXIS LIMIT ABSENT TARGET ENDPOINT REGION ACCOUNT CONCURRENCY DEADLINE CONSISTENCY SHARD'
    .split(' ')
    .concat(['BASELINE', 'SEED', 'OUT', 'READ_ONLY'])
    .map((name) => variable(`ORGPROOF_${name}`, '')),
  ...['x', '-1', '1e3', ' 1'].flatMap((text) =>
    [
      'SEED',
      'CONCURRENCY',
      'DEADLINE',
      'CONSISTENCY',
      'SHARD',
      'READ_ONLY',
      'ALLURE',
      'VENDOR',
      'AXIS',
      'LIMIT',
    ].map((name) => variable(`ORGPROOF_${name}`, text)),
  ),
  variable('ORGPROOF_READ_ONLY', 'constructor'),
  variable('ORGPROOF_VENDOR', 'aws,,huawei'),
  variable('ORGPROOF_VENDOR', 'aws, huawei'),
  variable('ORGPROOF_AXIS', 'shape,'),
  variable('ORGPROOF_SEEDS', '1'),
  variable('ORGPROOF_', planted),
  variable('ORGPROOF_PASSWORD', planted),
  variable('ORGPROOF___proto__', planted),
  { name: 'documents, empty', words: ['derive'], env: { ORGPROOF_DOCUMENTS: '' } },
  { name: 'documents, nowhere', words: ['derive'], env: { ORGPROOF_DOCUMENTS: 'nowhere' } },
]
