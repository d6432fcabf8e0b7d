import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

import { neutralVerbs } from '../../specs/model/decide.ts'
import { offers, says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor, knownVendors } from '../../specs/vendors/load-vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Scenario } from '../dsl/scenario.ts'
import { basisFinder } from '../verdict/basis.ts'
import { globMatcher } from '../verdict/glob.ts'
import { casesFor } from './cases-for.ts'
import { loadScenarios } from './load-scenarios.ts'

/** The rules about ourselves: read from the tree, each with an offender of its own that it must catch. */

const vendors = await Promise.all(knownVendors.map((id) => loadVendor(id)))

const top = fileURLToPath(new URL('../..', import.meta.url))
const rooms = ['bin', 'harness', 'specs', 'suites', 'endpoint', 'reports']

const sources = rooms
  .flatMap((room) => walk(join(top, room)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ path: relative(top, file), text: readFileSync(file, 'utf8') }))

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}

interface Rule {
  readonly name: string
  readonly applies: (path: string) => boolean
  readonly offends: RegExp
  /** lines that break the rule: proof that the rule can fail */
  readonly offenders: readonly string[]
}

/** Where what a vendor alone speaks may be named: with its facts and its stories, and where an endpoint is made wrong or otherwise. */
const standsWith = ({ id }: Vendor, path: string): boolean =>
  [
    `specs/vendors/${id}/`,
    `suites/scenarios/own/${id}/`,
    `suites/actors/own/${id}.ts`,
    `suites/sequences/own/${id}.ts`,
    `suites/contract/own/${id}.ts`,
    'bin/bad-input/',
    'endpoint/faults/',
    'endpoint/fault-kit/',
    'endpoint/variants/',
  ].some((place) => path.startsWith(place))

/** What knows no vendor: scenarios and laws, whoever asks and judges, and what a vendor is described with. */
const isNeutral = (path: string): boolean =>
  /^(suites|specs\/(contract|model|vendor|vocabulary))\//.test(path) &&
  !/^suites\/\w+\/own\//.test(path) &&
  // the list of vendors
  path !== 'specs/vendor/vendor.ts'

/** What may look into ids: globs, and files that name checks by nothing else. */
const readsIds: ReadonlySet<string> = new Set([
  'suites/verdict/glob.ts',
  'suites/verdict/claims.ts',
  'reports/results/case-in-id.ts',
  'reports/results/step-in-id.ts',
  // it writes them in less room
  'specs/vendor/requirement-set.ts',
  'reports/results/version-1.ts',
  // findings that ask the same have the same ids behind their operations
  'reports/causes/cause-key.ts',
])

/** The line of the suite to an endpoint, those of the embedded endpoint, and what waits for another to listen. */
const meetsNetwork: ReadonlySet<string> = new Set([
  'suites/client/ask-line.ts',
  'suites/client/line.ts',
  'endpoint/server.ts',
  'endpoint/send.ts',
  'endpoint/testing/hostile/hostile.ts',
  'endpoint/testing/hostile/start-hostile.ts',
  'harness/identity/testing/elsewhere.ts',
  'bin/scripts/peers.ts',
  'bin/testing/recording-proxy.ts',
  // it reckons with addresses only
  'specs/vendors/aws/rights/addresses.ts',
])

/** What looks at pages one by one, to walk them or since they are what it asks about. */
const readsPages: ReadonlySet<string> = new Set([
  'suites/actors/list-all.ts',
  'suites/actors/walk-pages.ts',
  'suites/scenarios/page-tokens.ts',
  'suites/scenarios/own/huawei/tag-search.ts',
])

const rules: readonly Rule[] = [
  ...vendors
    .filter(({ own }) => own.length > 0)
    .map((vendor): Rule => {
      const verbs = vendor.own.map(({ verb }) => verb)
      return {
        name: `what ${vendor.id} alone speaks stands with it`,
        applies: (path) => !standsWith(vendor, path),
        offends: new RegExp(`\\b(${verbs.join('|')})\\b`),
        offenders: [`await owner.${verbs[0]}()`],
      }
    }),
  {
    name: 'the network is met in few files only',
    applies: (path) => !meetsNetwork.has(path),
    offends: /from '(undici|node:(http|https|net|tls|dgram))'|\bfetch\(/,
    offenders: ["import { request } from 'undici'"],
  },
  {
    name: 'only actors call: who passes them by passes by whoever watches what is written',
    applies: (path) => !/^suites\/actors\/(?:actor|say-verb)\.ts$/u.test(path),
    offends: /\bclient\.call\(/,
    offenders: ['const interaction = await context.client.call(owner.principal, proper)'],
  },
  {
    name: 'who means a list reads all of it: nothing is taken from a page but where pages are walked or asked about',
    applies: (path) => /^suites\/(actors|laws|scenarios)\//.test(path) && !readsPages.has(path),
    offends: /\.items\b|\{ items\b/,
    offenders: [
      'const targets = given(await owner.listTargetsOf({ policy })).items.map(({ id }) => id)',
      "until: ({ items }) => typeStatus(items, type) === 'enabled',",
    ],
  },
  {
    name: 'the process is met in bin only',
    // a lock says which process holds it
    applies: (path) => !path.startsWith('bin/') && path !== 'harness/ledger/lock.ts',
    offends: /\bprocess\.|\bconsole\./,
    offenders: ["if (process.env['CI']) console.log('hello')"],
  },
  {
    name: 'clocks and randomness are met in bin and harness only, and passed in',
    applies: (path) => !/^(bin|harness)\//.test(path),
    offends:
      /Date\.now\(\)|new Date\(\)|Math\.random\(|randomUUID\(|randomBytes\(|performance\.now\(/,
    offenders: ['const now = Date.now()'],
  },
  {
    name: 'neutral code names no vendor',
    applies: isNeutral,
    offends: /\b(aws|amazon|huawei|tencent|codearts)\w*\b/i,
    offenders: ["if (vendor === 'aws') return", "import { awsFinders } from './own/aws.ts'"],
  },
  {
    name: 'no type is taken on trust by way of unknown',
    applies: () => true,
    offends: /\bas unknown\)?\s+as\b/,
    offenders: ['const profile = data as unknown as Profile'],
  },
  {
    name: 'files are kebab-case',
    applies: () => true,
    offends:
      /^path:(?!([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)?\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.ts$)/,
    offenders: ['path:suites/MyFile.ts'],
  },
  {
    name: 'nothing is left for later',
    applies: () => true,
    offends: /\b(TODO|FIXME|XXX|HACK)\b/,
    offenders: ['// TODO write this'],
  },
  {
    name: 'nothing is decided by a sentence or the id of a check: what a program needs to know is a field',
    // the ids of specs/model are those of the vendors' resources
    applies: (path) => !readsIds.has(path) && !path.startsWith('specs/model/'),
    // the lines of a text may be shown one by one
    offends:
      /\b(reason|message|detail|problem|received|id|check|checkId)(\s*\?\?\s*\S+\))?[?!]?\.(startsWith|endsWith|includes|indexOf|lastIndexOf|search|match|matchAll|slice|substring|replace|replaceAll|split(?!\('\\n'))\(|\/[a-z]*\.(test|exec)\((\w+\.)*(reason|message|detail|problem|received|id|check|checkId)\)/,
    offenders: [
      "const [code] = reason.split(':')",
      "const code = judged.reason?.split(':', 1).join('')",
      "if ((reason ?? '').startsWith('NOT_IMPLEMENTED')) return",
      "const nulls = violations.filter(({ message }) => message.endsWith('(received null)'))",
      "if (reply.problem.startsWith('reset')) return true",
      "const cheap = !check.id.startsWith('contract/')",
      "const vendor = id.split('/')[1]",
      'if (/^scenario\\//u.test(check.id)) return',
    ],
  },
]

const offends = (rule: Rule, path: string, text: string): boolean =>
  rule.offends.test(`path:${path}`) || rule.offends.test(text)

describe('the tree', () => {
  test.each(rules)('$name', (rule) => {
    const offenders = sources
      .filter(({ path }) => rule.applies(path))
      .filter(({ path, text }) => offends(rule, path, text))
      .map(({ path }) => path)
    expect(offenders).toEqual([])
  })

  test.each(rules)('the rule "$name" catches its offenders', (rule) => {
    expect(rule.offenders.filter((line) => !rule.offends.test(line))).toEqual([])
  })

  test('every room has a README of at most twenty lines', () => {
    for (const room of rooms) {
      const lines = readFileSync(join(top, room, 'README.md'), 'utf8')
        .trimEnd()
        .split('\n')
      expect(lines.length, room).toBeLessThanOrEqual(20)
    }
  })
})

const scenarios = await loadScenarios()

describe('the scenarios', () => {
  test('ids are unique', () => {
    const ids = scenarios.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('titles are in the present tense, short, and unique in their story', () => {
    for (const { id, title, checks } of scenarios) {
      const titles = Object.values<{ readonly title: string }>(checks).map((check) => check.title)
      for (const said of [title, ...titles]) {
        expect(said, id).not.toMatch(/\b(should|must|will)\b/i)
        expect(said.length, said).toBeLessThanOrEqual(70)
      }
      expect(new Set(titles).size, id).toBe(titles.length)
    }
  })
})

describe('the vocabulary', () => {
  test('what is neutral at least two vendors speak', () => {
    expect(spokenByFew(neutralVerbs)).toEqual([])
    const own = vendors.flatMap((vendor) => vendor.own.map(({ verb }) => verb))
    expect(spokenByFew([...neutralVerbs, ...own])).toEqual(own)
  })

  test('a story stands with the vendor whose own features it needs, and only there', () => {
    const misplaced = scenarios.filter((scenario) => !paths.has(placeOf(scenario)))
    expect(misplaced.map(({ id }) => id)).toEqual([])
    const [wrong] = scenarios.filter(({ needs }) => needs.includes('quotas'))
    expect(wrong && paths.has(placeOf({ ...wrong, needs: ['units'] }))).toBe(false)
  })
})

const spokenByFew = (verbs: readonly Verb[]): readonly Verb[] =>
  verbs.filter((verb) => vendors.filter((vendor) => says(vendor, verb)).length < 2)

const paths = new Set(sources.map(({ path }) => path))

/** Where a story has to stand: each need is neutral, or of one vendor. */
function placeOf({ id, kind = 'scenario', needs, checks }: Scenario): string {
  const all = [...needs, ...Object.values(checks).flatMap((question) => question.needs ?? [])]
  const owner = vendors.find(({ own }) => own.some(({ feature }) => all.includes(feature.id)))
  const folder = kind === 'law' ? 'laws' : 'scenarios'
  return owner === undefined
    ? `suites/${folder}/${id}.ts`
    : `suites/scenarios/own/${owner.id}/${id}.ts`
}

describe.each(knownVendors)('the checks of %s', async (id) => {
  const vendor = await loadVendor(id)
  const cases = casesFor(vendor, scenarios)
  const checks = cases.flatMap((one) => one.checks)
  const ids = new Set(checks.map((check) => check.id))

  test('ids are unique and path-like', () => {
    expect(ids.size).toBe(checks.length)
    for (const check of checks) expect(check.id).toMatch(/^[a-z]+(\/[\w.:$*@-]+)+$/i)
  })

  test('every check cites who says so', () => {
    const uncited = checks.filter(({ citations }) => citations.length === 0)
    expect(uncited.map((check) => check.id)).toEqual([])
  })

  test('every check names its case, and the file that asks it', () => {
    for (const one of cases) {
      const strange = one.checks.filter((check) => check.case !== one.id)
      expect(strange.map((check) => check.id)).toEqual([])
    }
    const asking = new Set(checks.map(({ source }) => source))
    expect([...asking].filter((path) => !existsSync(join(top, path)))).toEqual([])
    expect([...asking].filter((path) => !/^suites\/.+\.ts$/u.test(path))).toEqual([])
  })

  test('every rule of the register names checks that exist, or says why none does', () => {
    const problems = vendor.requirements.flatMap(({ id: rule, checks: globs, notTested }) => {
      if (globs === undefined || globs.length === 0) {
        return notTested === undefined || notTested === '' ? [`${rule} has neither`] : []
      }
      return globs
        .filter((glob) => ![...ids].some(globMatcher(glob)))
        .map((glob) => `${rule} names ${glob}, which no check fits`)
    })
    expect(problems).toEqual([])
  })

  test('every observed fact names checks that exist, and those that accept among them', () => {
    const problems = vendor.observed.flatMap(({ id: fact, checks: globs = [], accepted = [] }) => {
      const fits = globs.map(globMatcher)
      const touched = [...ids].filter((check) => fits.some((fit) => fit(check)))
      return [...globs, ...accepted]
        .filter((glob) => !touched.some(globMatcher(glob)))
        .map((glob) => `${fact} names ${glob}, which no check of it fits`)
    })
    expect(problems).toEqual([])
  })

  test('every answer that is observed names its facts', () => {
    const known = new Set(vendor.observed.map(({ id: fact }) => fact))
    expect(known.size).toBe(vendor.observed.length)
    const named = Object.values(vendor.refusals.refusals).flatMap(({ observed = [] }) =>
      observed.flatMap(({ facts }) => facts),
    )
    expect(named.filter((fact) => !known.has(fact))).toEqual([])
  })

  test('no check that observed facts contradict is a must', () => {
    const basis = basisFinder(vendor)
    const firm = checks.filter(
      ({ id: check, level }) => level === 'must' && basis(check).contradicted === true,
    )
    expect(firm.map((check) => check.id)).toEqual([])
  })

  test('every question of a scenario is claimed by a rule', () => {
    const claims = vendor.requirements.flatMap(({ checks: globs }) => globs ?? []).map(globMatcher)
    const offered = scenarios.filter(({ needs }) => needs.every((need) => offers(vendor, need)))
    const questions = offered.flatMap((report) =>
      Object.entries(report.checks)
        .filter(([, { needs = [] }]) => needs.every((need) => offers(vendor, need)))
        .map(([key]) => `${report.kind ?? 'scenario'}/${report.id}/${key}`),
    )
    const unclaimed = questions.filter((question) => !claims.some((claim) => claim(question)))
    expect(unclaimed).toEqual([])
  })

  test('every code that can be provoked is asked for by a check, or says why none does', () => {
    const { codes, reasons } = vendor.refusals
    const asked = new Set(checks.map(({ refusal }) => refusal))
    const rows = [codes, ...Object.values(reasons)].flatMap((named) => Object.entries(named))
    const wrong = rows.filter(([, row]) => {
      if (!('provokedBy' in row)) return false
      return row.provokedBy.some((name) => asked.has(name)) === (row.notAsked !== undefined)
    })
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  test('every documented code is mapped or declared unprovokable', () => {
    const declared = new Set(
      [...vendor.contract.operations.values()].flatMap(({ errors }) => errors),
    )
    const missing = [...declared].filter((code) => vendor.refusals.codes[code] === undefined)
    expect(missing).toEqual([])
  })
})
