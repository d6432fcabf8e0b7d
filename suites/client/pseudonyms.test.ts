import { expect, test } from 'vitest'

import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import { openPseudonyms } from './pseudonyms.ts'
import type { Target } from './target.ts'

const aws = { forms: ['[0-9]{12}', 'o-[a-z0-9]{10,32}'], members: ['OrgId', 'Owner'] }
const credentials = { accessKey: 'key', secret: 'secret' }
const anybody: Pick<Target, 'accounts'> = {
  accounts: { mode: 'any', by: 'access-key', credentials },
}
const open = (key = 'key', targets = [anybody]) => openPseudonyms(key, aws, targets)
const exchange = (account: string, body: string) => ({
  account,
  request: { method: 'POST', path: '/', headers: {}, body: '' },
  answer: { status: 200, headers: {}, body },
})

const account = '429168801276'
const organization = 'o-hg5gexutus'

test('a pseudonym has the form of what it stands for, and is the same wherever that stands', () => {
  const { show } = open()
  const shown = show(account)
  expect(shown).toMatch(/^[1-9]\d{11}$/u)
  expect(shown).not.toBe(account)
  expect(show(organization)).toMatch(/^o-[a-z0-9]{10}$/u)
  expect(show('Jane.Doe+x@corp.example.org')).toMatch(/^[a-z]{8}@[a-z]{8}\.example$/u)
  const arn = show(`arn:aws:organizations::${account}:account/${organization}/${account}`)
  expect(arn).toBe(`arn:aws:organizations::${shown}:account/${show(organization)}/${shown}`)
  expect(show(`https://h/a?x=${account}&y`)).toBe(`https://h/a?x=${shown}&y`)
  expect(show('JANE@corp.org')).toBe(show('jane@corp.org'))
})

test('to show a text once more changes nothing', () => {
  const { show, learn } = open()
  learn(exchange(account, `{"OrgId":"77777"}`))
  const text = `${account}x ${organization} a@b.org 77777 ${account}`
  const shown = show(text)
  expect(show(shown)).toBe(shown)
  expect(shown).not.toMatch(/429168801276|hg5gexutus|a@b|77777/u)
})

test('the key decides: the same in another thread, another one in another run', () => {
  expect(open('one').show(account)).toBe(open('one').show(account))
  expect(open('one').show(account)).not.toBe(open('other').show(account))
})

test('under escapes the id is meant, and what stands beside it stays', () => {
  const { show } = open()
  const mail = show('jane@corp.org')
  expect(show(String.raw`{"a":"\njane@corp.org\u0022"}`)).toBe(String.raw`{"a":"\n${mail}\u0022"}`)
  expect(show('x=jane%40corp.org&y')).toBe(`x=${mail}&y`)
  expect(show(JSON.stringify(JSON.stringify({ a: account })))).toBe(
    JSON.stringify(JSON.stringify({ a: show(account) })),
  )
  expect(show(String.raw`\u0034${account.slice(1)}`)).toBe(show(account))
})

test('what an exchange showed is found with something at its ends, and whatever it looks like', () => {
  const { show, learn } = open()
  expect(show(`${account}9`)).toBe(`${account}9`)
  learn(exchange(account, `{"Owner":"root_of-all","OrgId":55123}`))
  expect(show(`${account}9 is 13 digits`)).toBe(`${show(account)}9 is 13 digits`)
  expect(show(`x${account}x`)).toBe(`x${show(account)}x`)
  expect(show('in 55123 it')).toBe(`in ${show('55123')} it`)
  // a number that holds it is another one
  expect(show('1551234')).toBe('1551234')
})

test('what a target names is found everywhere', () => {
  const management = { account: 'Root:Main', email: 'boss@localhost', credentials }
  const { show } = open('key', [{ accounts: { mode: 'fixed', management } }])
  expect(show('by root:main (boss@localhost)')).not.toMatch(/main|boss/u)
})

test('words, dates, hashes and our own names stay', () => {
  const { show } = open()
  const text = `unit-duunmz3c-157 at 20261127T152851Z ${'0123456789abcdef'.repeat(4)} 1795793331859 ou-ab12-x`
  expect(show(text)).toBe(text)
})

test.each(knownVendors)('%s: an account of its form gets another of that form', async (id) => {
  const { profile, mintAccount, referenceEndpoint } = await loadVendor(id)
  const { show } = openPseudonyms('key', profile.identifying, [anybody])
  const own = mintAccount(123_456_789n)
  const shown = show(`(${own})`).slice(1, -1)
  expect(shown).not.toBe(own)
  expect(shown).toMatch(new RegExp(referenceEndpoint.accountKey, 'u'))
})
