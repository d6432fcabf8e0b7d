import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { changed, pathsIn, valueAt, type Path } from './change.ts'
import { credentials, principal, sound } from './sound-targets.ts'
import { brokenYaml } from './texts.ts'

/** Wrong wherever they stand: no member of a target is any of these, but for a list where there is one. */
const wrongEverywhere: Readonly<Record<string, Json>> = {
  'a list': [planted],
  'a list of nothing': [],
  'half a number': 1.5,
  'a negative number': -1,
}

/** Target files that can not be used. */
export function badTargets(write: WriteFile): readonly BadInput[] {
  const files = [...texts(), ...misfits(), ...meanings()]
  return files.map(([name, text], at) => {
    const path = write(`target-${at}.yaml`, text)
    return { name: `a target: ${name}`, words: ['run', '--target', path] }
  })
}

type Named = readonly [name: string, text: string]

const texts = (): readonly Named[] => Object.entries(brokenYaml)

const misfits = (): readonly Named[] =>
  Object.entries(sound).flatMap(([kind, target]) =>
    pathsIn(target).flatMap((path) => [
      ...Object.entries(wrongEverywhere)
        .filter(([, value]) => !(Array.isArray(value) && Array.isArray(valueAt(target, path))))
        .map(([what, value]): Named => [
          `${kind}, ${path.join('.')} is ${what}`,
          JSON.stringify(changed(target, path, value)),
        ]),
      ...strangers(target, path).map((text): Named => [
        `${kind}, a stranger in ${path.join('.')}`,
        text,
      ]),
    ]),
  )

/** A key that nobody knows, in every mapping; where keys are free it is a name that nobody knows. */
const strangers = (target: JsonObject, path: Path): readonly string[] => {
  const value = valueAt(target, path)
  if (typeof value !== 'object' || Array.isArray(value) || path[0] === 'paths') return []
  return [JSON.stringify(changed(target, [...path, planted], 5))]
}

const meanings = (): readonly Named[] =>
  wrongValues.map(([kind, path, value]): Named => [
    `${kind}, ${path} is ${JSON.stringify(value).slice(0, 60)}`,
    JSON.stringify(changed(sound[kind] ?? {}, path.split('.'), value)),
  ])

const row =
  (kind: string, path: string) =>
  (value: Json): readonly [string, string, Json] => [kind, path, value]

const wrongValues = [
  ...['fixd', 'Any', '', planted, 'constructor', 'single '].map(row('any', 'accounts.mode')),
  ...['acces-key', '', planted, {}, { header: 5 }, { heder: 'x' }].map(row('any', 'accounts.by')),
  ...[
    'content-length',
    'host',
    'connection',
    'transfer-encoding',
    'authorization',
    'te',
    'content-type',
    'date',
    'expect',
    'upgrade',
    'trailer',
    'keep-alive',
    'proxy-connection',
    'x-amz-date',
    'x-amz-target',
    'x-sdk-date',
    'x-auth-token',
    'x-tc-action',
    'x-tc-version',
    'X-Account',
    'x account',
    'x:y',
    'x\r\ny',
    '',
    'ä',
    'x'.repeat(65),
    planted.toUpperCase(),
  ].map(row('any', 'accounts.by.header')),
  ...[
    'env:MY-KEY',
    'env:',
    'env:9',
    'env:A B',
    'env:MISSING',
    'env: X',
    'env:a?b',
    'env:ß',
    `${planted}\n`,
    `${planted}\r\nx: y`,
    `${planted}\u0000`,
    `${planted}\u007F`,
    '',
  ].map(row('any', 'accounts.credentials.secret')),
  ...[`${planted} x`, `${planted}\t`, `${planted}ü`, 'env:MULTILINE', ''].map(
    row('any', 'accounts.credentials.token'),
  ),
  ...['a b', `${planted}\n`, '\u{1F600}', 'x'.repeat(300)].map(
    row('fixed', 'accounts.management.account'),
  ),
  ...['nobody', '@', 'a@', `a b@${planted}`].map(row('fixed', 'accounts.member.email')),
  ...[1e300, 2e9, '5', true, 'none'].map(row('any', 'limits.unitDepth')),
  ...[0, 65, '4', null].map(row('any', 'concurrency')),
  ...[9, 120_001, '100', null].map(row('any', 'deadline')),
  ...['', 'a/b', '../a', `${planted} x`, 5, null].map((profile) =>
    row('fixed', 'accounts.management.credentials')({ profile }),
  ),
  ...[{ profile: planted, secret: planted }, { profil: 'prod' }, {}].map(
    row('single', 'accounts.management.credentials'),
  ),
  ...['https://example.org', 'http://10.0.0.1'].map(row('fixed', 'endpoint')),
  ...['', 5, null, 'nowhere.pem', '/', '.'].map(row('any', 'ca')),
  ...['', 5, null, 'proxy', 'ftp://a', `http://a:${planted}@b`, 'http://a/b', 'http://%zz@a'].map(
    row('any', 'proxy'),
  ),
  ...[0, -1, 1001, '2', null, {}].map(row('any', 'rate')),
  ...[0, 1.5, 604_801, '60', null].map(row('any', 'runLimit')),
  ...['aws ', 'AWS', '__proto__', null].map(row('any', 'vendor')),
  ...[
    { account: '1', manual: false },
    { account: '1', manual: 'yes' },
    { account: '1', manual: true, credentials },
    { manual: true },
  ].map(row('fixed', 'accounts.invitee')),
  row('fixed', 'accounts.member')({ account: '1', manual: true }),
  ...['CreateAccount', [''], ['a b'], [planted], [5], {}, null].map(row('fixed', 'allow')),
  ...['', 'US', 'a b', 'x'.repeat(41)].map(row('any', 'region')),
  ...['', '-a', 'a/b', '__proto__', 'x'.repeat(65)].map(row('any', 'name')),
  ...['yes', 1, null].map(row('any', 'readOnly')),
  ...['yes', 1, null, 'env:HOME'].map(row('any', 'disposable')),
  row('fixed', 'disposable')(true),
  ...[
    '',
    5,
    null,
    'sts',
    'ftp://a',
    `https://${planted}@a`,
    `https://a/?${planted}`,
    'env:HOME',
    'http://a:0',
  ].map(row('fixed', 'identityEndpoint')),
  ...['o-1', 5, null, {}, { accounts: '1' }, { organizations: ['o-1'] }].map(
    row('fixed', 'permitted'),
  ),
  ...[[5], ['a b'], ['1', '1'], ['env:HOME'], [`${planted}\n`], [''], {}].map(
    row('fixed', 'permitted.accounts'),
  ),
  ...[['env:MISSING?'], [null], 'o-1', [planted.repeat(40)]].map(
    row('single', 'permitted.organizations'),
  ),
  row('any', 'permitted')({ accounts: ['1'] }),
  row('any', 'identityEndpoint')('http://127.0.0.1:1'),
  ...['', 5, null, 'x', 'http://elsewhere/-/clock', `http://${planted}@127.0.0.1:1/`].map(
    row('any', 'clock'),
  ),
  row('fixed', 'clock')('http://127.0.0.1:1/-/clock'),
  row('single', 'disposable')(true),
  ...['invite', '', null].map(row('any', 'members')),
  ...['roots', '', 5].map(row('any', 'paths.ListRoots')),
  ...['', 5, null].map(row('any', 'absent.tags')),
  ...['motto', '', planted, '__proto__', '../../package'].map(row('fixed', 'preset')),
  ...[planted, null, 5, 'constructor'].map(row('fixed', 'accounts.management')),
  ...[principal, null].map(row('single', 'accounts.member')),
  row('any', 'limits.constructor')(5),
  row('any', 'limits.unitDepht')(5),
  row('any', 'absent.toString')('x'),
  row('any', 'absent.tag')('x'),
]
