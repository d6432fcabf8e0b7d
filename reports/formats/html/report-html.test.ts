import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import { inventedResults } from '../../results/invented-results.ts'
import { reportHtml } from './report-html.ts'
import { hostileResults } from './testing/hostile.ts'
import { manyChecks } from './testing/many-checks.ts'

const page = reportHtml(inventedResults())

const counted = (html: string, what: RegExp): number => html.match(what)?.length ?? 0

test('whatever an endpoint says, the page has the elements that it always has', () => {
  const hostile = reportHtml(hostileResults())
  for (const what of [/<script/giu, /<\/script/giu, /<!--/gu]) {
    expect(counted(hostile, what)).toBe(counted(page, what))
  }
  expect(counted(hostile, /<script/giu)).toBe(2)
  expect(hostile).not.toMatch(/<img|<svg/iu)
  const embedded = /<script type="application\/json" id="data">(.*?)<\/script>/su.exec(hostile)
  expect(() => JSON.parse(embedded?.[1] ?? '') as unknown).not.toThrow()
})

test('only its own script may run, only its own style counts, and no network is asked', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? ''
  const hashOf = (element: RegExp): string =>
    createHash('sha256')
      .update(element.exec(page)?.[1] ?? '')
      .digest('base64')
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${hashOf(/<script type="module">(.*?)<\/script>/su)}'`,
    `style-src 'sha256-${hashOf(/<style>(.*?)<\/style>/su)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ])
})

test('nothing in it points elsewhere', () => {
  const frame = page.replace(/<script type="application\/json".*?<\/script>/su, '')
  expect(frame).not.toMatch(/(?:src|href)="(?!data:)[^"]*"|@import|url\(/u)
})

test('its title says whose endpoint is what', () => {
  expect(page).toContain('<title>invented is nonconformant</title>')
})

test('ten thousand checks stay below three megabytes', () => {
  expect(Buffer.byteLength(reportHtml(manyChecks(10_000)))).toBeLessThan(3_000_000)
})
