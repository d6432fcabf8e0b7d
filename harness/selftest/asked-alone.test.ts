import { describe, expect, test } from 'vitest'

import type { Fault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Case } from '../../suites/case/case.ts'
import { sleep } from '../../suites/client/stop.ts'
import type { Principal, Target } from '../../suites/client/target.ts'
import { casesFor } from '../../suites/runner/cases-for.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { openSession } from '../../suites/runner/session.ts'
import type { Check, Verdict } from '../../suites/verdict/verdict.ts'
import { judgeAll, noPatience, targetAt } from './ask-server.ts'

// What a check comes to depends on the endpoint alone, never on what else is asked.

const scenarios = await loadScenarios()

/** What is wrong on purpose is not asked twice. */
const hastyAt = (vendor: Vendor, url: URL): Target => ({
  ...targetAt(vendor, url),
  patience: noPatience,
})

const overlooked: ReadonlySet<RefusalName> = new Set<RefusalName>([
  'invalid.required',
  'invalid.maxLength',
  'invalid.pattern',
])

/** Takes some wrong requests for right ones, and has a wrong code for every other mistake of form. */
const careless: Fault = {
  name: 'careless',
  description: 'overlooks mistakes, and misnames those that it sees',
  breaks: {},
  alter: ({ check, explain }) => ({
    check: (heard, original) => {
      const problem = check(heard, original)
      return problem !== undefined && overlooked.has(problem.refusal) ? undefined : problem
    },
    explain: (refused) => {
      const error = explain(refused)
      if (error === undefined || !refused.refusal.startsWith('invalid.')) return error
      return { ...error, code: 'OrgproofUnheardOf' }
    },
  }),
}

/** Answers some operations with nothing at all, and refuses with codes that nobody declares. */
const empty = (operations: readonly string[]): Fault => ({
  name: 'empty',
  description: 'says nothing',
  breaks: {},
  alter: ({ write, explain }) => ({
    write: (output, heard) => (operations.includes(heard.operation) ? {} : write(output, heard)),
    explain: (refused) => {
      const error = explain(refused)
      return error === undefined ? undefined : { ...error, code: 'OrgproofUnheardOf' }
    },
  }),
})

/** Some operations of each vendor that together have checks of every kind. */
const operationsOf: Readonly<Record<VendorId, readonly string[]>> = {
  aws: ['CreateOrganizationalUnit', 'ListAccounts'],
  huawei: ['CreateOU', 'ListAccountsInOrganization'],
  tencent: ['AddOrganizationNode', 'ListOrganizationMembers'],
  codearts: ['DeleteVPCEPAccessControlInformation'],
}

/** What decides a check, whichever member of whichever operation it asks about. */
const kindOf = (id: string): string => {
  const [room, , operation, ...key] = id.split('/')
  if (room !== 'contract') return `${room}/${operation}`
  return key.length > 2 && !key.includes('enum') ? `wrong value/${key[3]}` : key.slice(-2).join('/')
}

type Verdicts = ReadonlyMap<string, Verdict>
type Ask = (selected: (check: Pick<Check, 'id'>) => boolean) => Promise<Verdicts>

/** Opens sessions on one server, one after the other; no two of them share an account that was not given. */
const askerFor = (vendor: Vendor, cases: readonly Case[], target: Target): Ask => {
  let nonce = 0n
  return async (selected) => {
    nonce += 1n
    const parts = { vendor, target, scenarios, cases, selected, nonce, seed: 1 }
    const session = openSession({ ...parts, now: Date.now, pause: sleep })
    const judged = await judgeAll(session)
    await session.close()
    return new Map(judged.map(({ id, verdict }) => [id, verdict]))
  }
}

/** The verdicts of the first check of each kind: in a run with others, and when it is the only one that is asked. */
const bothWays = async (ask: Ask, selected: (check: Pick<Check, 'id'>) => boolean) => {
  const kinds = new Set<string>()
  const whole = [...(await ask(selected))]
  const together = new Map(whole.filter(([id]) => kinds.size < kinds.add(kindOf(id)).size))
  const alone = new Map<string, Verdict>()
  for (const id of together.keys()) {
    for (const [asked, verdict] of await ask((check) => check.id === id)) alone.set(asked, verdict)
  }
  return { alone, together }
}

/** The checks of what watches all that is asked: it sees more where more is. */
const watchingIn = (cases: readonly Case[]): ReadonlySet<string> => {
  const watching = cases.filter(({ after }) => after !== undefined)
  return new Set(watching.flatMap(({ checks }) => checks.map(({ id }) => id)))
}

describe.each(knownVendors)('the verdict of a check of %s', async (id) => {
  const vendor = await loadVendor(id)
  const operations = operationsOf[id]
  const prefixes = [
    ...operations.flatMap((name) => [`contract/${id}/${name}/`, `endpoint/${id}/${name}/`]),
    `protocol/${id}/`,
  ]
  const cases = casesFor(vendor, scenarios)

  test.each<readonly [string, Fault | undefined]>([
    ['an honest endpoint', undefined],
    ['a careless one', careless],
    ['one that says nothing', empty(operations)],
  ])('is the same whether anything else is asked of %s', async (_, fault) => {
    const options = { port: 0, clock: Date.now, random: Math.random }
    const server = await startEndpoint(vendor, { ...options, ...(fault && { fault }) })
    const ask = askerFor(vendor, cases, hastyAt(vendor, server.url))
    const watching = watchingIn(cases)
    const { alone, together } = await bothWays(
      ask,
      ({ id: one }) => !watching.has(one) && prefixes.some((prefix) => one.startsWith(prefix)),
    )
    await server.close()
    expect(together.size).toBeGreaterThan(9)
    expect(alone).toEqual(together)
  })
})

test('given accounts are no tie between checks of what each account can do only once', async () => {
  const vendor = await loadVendor('codearts')
  const server = await startEndpoint(vendor, { port: 0, clock: Date.now, random: Math.random })
  const { secret } = vendor.referenceEndpoint
  const principal = (number: bigint): Principal => {
    const account = vendor.mintAccount(number)
    return { account, credentials: { accessKey: account, secret } }
  }
  const target: Target = {
    ...hastyAt(vendor, server.url),
    accounts: { mode: 'fixed', management: principal(1n), outsider: principal(2n) },
  }
  const ask = askerFor(vendor, casesFor(vendor, scenarios), target)
  const { alone, together } = await bothWays(ask, ({ id }) => id.startsWith('protocol/'))
  await server.close()
  expect(together.size).toBeGreaterThan(3)
  expect(alone).toEqual(together)
})

test('a check of a length sends itself, its twin, and what both need', async () => {
  const vendor = await loadVendor('aws')
  const server = await startEndpoint(vendor, { port: 0, clock: Date.now, random: Math.random })
  const session = openSession({
    vendor,
    target: hastyAt(vendor, server.url),
    scenarios,
    seed: 1,
    nonce: 1n,
    now: Date.now,
    pause: sleep,
    selected: ({ id }) => id === 'contract/aws/CreateOrganizationalUnit/Name/max-length/above',
  })
  const sent: string[] = []
  session.transcript.listen(({ operation }) => sent.push(operation))
  await judgeAll(session)
  await session.close()
  await server.close()
  // whether it is there at all; then the wrong request and the right one, each in an organization of its own
  const each = ['CreateOrganization', 'ListRoots', 'CreateOrganizationalUnit']
  expect(sent).toEqual(['CreateOrganizationalUnit', ...each, ...each])
})
