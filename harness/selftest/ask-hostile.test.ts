import { expect, test } from 'vitest'

import { hostiles } from '../../endpoint/testing/hostile/all.ts'
import { startHostile } from '../../endpoint/testing/hostile/start-hostile.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { unitRename } from '../../suites/scenarios/unit-rename.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { askerOf, askServer, hasty, judgeAll } from './ask-server.ts'

// The whole campaign is bin/hostile.campaign.test.ts; here a single story meets those that are quick.

const vendor = await loadVendor('aws')
const asker = {
  ...hasty(askerOf(vendor, [unitRename])),
  selected: ({ id }: { readonly id: string }) => asked.test(id),
}
const asked = /^(?:scenario\/unit-rename|endpoint\/aws\/(?:is-not-busy|answers-are-bounded))/u

/** What the checks of a story, and those that watch it, come to at a hostile endpoint. */
const comesTo = async (name: string): Promise<readonly JudgedCheck[]> => {
  const hostile = hostiles.find((one) => one.name === name)
  if (hostile === undefined) throw new Error(`there is no endpoint with ${name}`)
  return askServer(asker, await startHostile(vendor, hostile), judgeAll)
}

const bounded = 'endpoint/aws/answers-are-bounded'

test.each([
  ['answers nested 100,000 deep', /^100,00\d levels of nesting/u],
  ['1000 headers', /^1,00\d headers: no more than 100 are read/u],
  ['5000 headers', /^a header of more than 16384 bytes/u],
  ['a gzip bomb', /bytes when unzipped/u],
  ['100 MB announced', /^104857600 bytes announced/u],
])('%s is not read, told once, and decides nothing', async (name, says) => {
  const judged = await comesTo(name)
  const told = judged.find(({ id }) => id === bounded)
  expect(told).toMatchObject({ verdict: 'warn' })
  expect(told?.received).toMatch(says)
  const others = judged.filter(({ id }) => id !== bounded && id.startsWith('scenario/'))
  expect(new Set(others.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']))
})

test.each(['a web page of status 500', 'half of every answer', 'random bytes'])(
  '%s is no error of ours',
  async (name) => {
    const judged = await comesTo(name)
    expect(judged.find(({ id }) => id === bounded)).toMatchObject({ verdict: 'pass' })
    expect(judged.map(({ verdict }) => verdict)).not.toContain('error')
  },
)

test.each(['members called like what objects inherit', 'every member twice'])(
  '%s is no mistake, and gives nothing to any object',
  async (name) => {
    const judged = await comesTo(name)
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['pass']))
    expect('Id' in {}).toBe(false)
    expect(Object.hasOwn({}, 'toString')).toBe(false)
  },
)
