import { expect, test } from 'vitest'

import { identityProblems } from './read-identity.ts'

/** Whom a target asks, and what it permits, stand in its file in plain sight, and are about accounts that it names. */

const fixed = { mode: 'fixed' }
const sound = {
  accounts: fixed,
  identityEndpoint: 'https://sts.us-east-1.amazonaws.com',
  permitted: { accounts: ['111111111111'], organizations: ['o-1234567890'] },
}

const codesFor = (draft: Parameters<typeof identityProblems>[0]['draft']): readonly string[] =>
  identityProblems({ draft, placeOf: (pointer) => `t.yaml${pointer}` }).map(
    ({ code, message }) => `${code} ${message.split(' ', 1)[0]}`,
  )

test('what is written out is taken, and nothing need be', () => {
  expect(codesFor(sound)).toEqual([])
  expect(codesFor({ accounts: { mode: 'any' } })).toEqual([])
})

test('what comes from the environment is not, wherever it stands', () => {
  expect(
    codesFor({
      ...sound,
      identityEndpoint: 'env:STS',
      permitted: { accounts: ['1', 'env:ACCOUNT?'] },
    }),
  ).toEqual(['IDENTITY_REFERENCE t.yaml/identityEndpoint', 'IDENTITY_REFERENCE t.yaml/permitted'])
})

test('both are of accounts that are given', () => {
  expect(codesFor({ ...sound, accounts: { mode: 'any' } })).toEqual([
    'IDENTITY_NEEDLESS t.yaml/identityEndpoint',
    'IDENTITY_NEEDLESS t.yaml/permitted',
  ])
})

test.each(['sts', 'ftp://sts', 'https://a:b@sts', 'https://sts/?a=1'])(
  '%s is no URL to ask at',
  (url) => {
    expect(codesFor({ ...sound, identityEndpoint: url })).toEqual([
      'ENDPOINT_SYNTAX t.yaml/identityEndpoint:',
    ])
  },
)
