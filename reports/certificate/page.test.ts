import { expect, test } from 'vitest'

import { inventedReports, inventedResults, inventedTarget } from '../results/invented-results.ts'
import { certificateBadge } from './badge.ts'
import type { Statement } from './certificate.ts'
import { pageHtml } from './page-html.ts'
import { pageMarkdown } from './page-markdown.ts'
import { pageOf, type Page } from './page.ts'
import { state } from './state.ts'

const nasty = `</td><script>alert(1)</script> | "x" & <img src=x> [a](javascript:b) \`c\` \u001B[31m`

const found = inventedResults({
  parties: [
    {
      vendor: { requirements: [] },
      target: { ...inventedTarget, absent: { tags: nasty } },
      left: [],
    },
  ],
  reports: inventedReports.filter(({ judged }) => judged.id !== 'scenario/one/passes'),
})

const statement: Statement = state({
  results: { ...found, targets: found.targets.map((target) => ({ ...target, endpoint: nasty })) },
  hashes: { results: 'c'.repeat(64), evidence: 'd'.repeat(64) },
  requirements: {
    sha256: 'a'.repeat(64),
    set: {
      schema: 'orgproof/requirement-set/1',
      version: '1.0.0',
      vendors: {
        aws: {
          documents: { 'manual.txt': 'b'.repeat(64) },
          checks: [{ of: ['scenario/one'], must: ['fails', 'passes'] }],
        },
      },
    },
  },
  issuedAt: '2026-01-02T00:00:00.000Z',
  expiresAt: '2026-02-01T00:00:00.000Z',
})
const page: Page = pageOf(statement, 'key-id')

test('the verdict comes first in each form', () => {
  expect(pageHtml(page)).toMatch(/<body>\n<header[^>]*>\n<h1[^>]*>nonconformant<\/h1>/u)
  expect(pageMarkdown(page)).toMatch(/^# nonconformant\n/u)
})

test('HTML fetches nothing, runs nothing, and takes no text for markup', () => {
  const html = pageHtml(page)
  expect(html).not.toMatch(/<script|<img|<link|<iframe|url\(|@import/u)
  expect(html).not.toContain('\u001B')
  expect(html).not.toMatch(/\s(?:src|href|on\w+)=(?!x&gt;)/u)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).toContain("default-src 'none'")
  const opened = [...html.matchAll(/<(h1|h2|p|ul|li|table|tbody|thead|tr|th|td|section|main)\b/gu)]
  const closed = [...html.matchAll(/<\/(h1|h2|p|ul|li|table|tbody|thead|tr|th|td|section|main)>/gu)]
  expect(opened.length).toBe(closed.length)
})

test('Markdown takes no text for markup, and rows stay whole', () => {
  const markdown = pageMarkdown(page)
  expect(markdown).not.toMatch(/<script|<img|[^\\]\[a\]/u)
  expect(markdown).not.toContain('\u001B')
  const rows = markdown.split('\n').filter((line) => line.startsWith('| endpoint '))
  expect(rows).toHaveLength(1)
  expect(rows[0]?.replaceAll('\\|', '').match(/\|/gu)).toHaveLength(3)
})

test('each form says what is missing, not scored, and not proven', () => {
  for (const text of [pageHtml(page), pageMarkdown(page)]) {
    expect(text).toContain('1 must, 0 should, 0 may')
    expect(text).toContain('that are not scored')
    expect(text).toContain('What this does not prove')
    expect(text).toContain('a signature proves who holds the key')
    expect(text).toContain('c'.repeat(64))
    expect(text).toContain('d'.repeat(64))
  }
})

test('a badge tells the verdict and the last day', () => {
  const badge = certificateBadge(statement.predicate.orgproof)
  expect(badge).toContain('<title>orgproof: aws nonconformant until 2026-02-01</title>')
  expect(badge).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u)
  expect(badge).not.toMatch(/href|<script|<image/u)
})
