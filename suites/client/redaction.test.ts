import { expect, test } from 'vitest'

import { redacted, redactionOf, redactionWith, type Redact } from './redaction.ts'
import type { FixedAccounts, Target } from './target.ts'
import type { Exchange } from './transcript.ts'

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const token = `IQoJb3JpZ2luX2VjEKb//////////wEaCXVzLWVhc3QtMSJHMEUCIQ${'Dx9/a+'.repeat(40)}==`

const targetOf = (
  credentials: FixedAccounts['management']['credentials'],
  account = '111122223333',
): Target => ({
  name: 'some',
  vendor: 'aws',
  endpoint: 'http://127.0.0.1:1',
  region: 'us-east-1',
  accounts: { mode: 'fixed', management: { account, credentials } },
  absent: {},
  limits: {},
  concurrency: 1,
  deadline: 1000,
  readOnly: true,
})

const redactionFor = (own: string): Redact =>
  redactionOf(targetOf({ accessKey: 'KEY', secret: own }))
const redact = redactionOf(targetOf({ accessKey: 'KEY', secret, token }))

const unicode = (text: string): string =>
  Array.from(text, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const hexBytes = (text: string): readonly string[] =>
  [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'))
const inBase64 = (text: string): string => Buffer.from(text).toString('base64')

const ascii = (character: string): string => `&#${character.charCodeAt(0)};`
const repeatedly = (times: number, spell: (text: string) => string, text: string): string =>
  times === 0 ? text : repeatedly(times - 1, spell, spell(text))

/** Every way in which a server, a proxy or a library may write a text. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  whole: (text) => text,
  'in JSON': (text) => JSON.stringify(text).slice(1, -1),
  'with slashes escaped': (text) => text.replaceAll('/', String.raw`\/`),
  'in \\u escapes': unicode,
  'in \\U escapes of capitals': (text) =>
    unicode(text).replaceAll(/[0-9a-f]{4}/gu, (hex) => hex.toUpperCase()),
  'partly in \\u escapes': (text) => `${unicode(text.slice(0, 5))}${text.slice(5)}`,
  'in \\u{} escapes': (text) =>
    Array.from(text, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`).join(''),
  'in \\x escapes': (text) =>
    hexBytes(text)
      .map((hex) => `\\x${hex}`)
      .join(''),
  'JSON within JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'JSON within JSON within JSON': (text) =>
    JSON.stringify(JSON.stringify(JSON.stringify(text.replaceAll('/', String.raw`\/`)))),
  percent: (text) => encodeURIComponent(text),
  'percent in small letters': (text) =>
    encodeURIComponent(text).replaceAll(/%../gu, (hex) => hex.toLowerCase()),
  'percent throughout': (text) =>
    hexBytes(text)
      .map((hex) => `%${hex}`)
      .join(''),
  'percent twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'percent, then JSON': (text) => unicode(encodeURIComponent(text)),
  'a form': (text) => new URLSearchParams({ text }).toString().slice(5),
  'a form read wrongly': (text) => text.replaceAll('+', ' '),
  'HTML by name': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('/', '&sol;').replaceAll('+', '&plus;'),
  'HTML by number': (text) => Array.from(text, (c) => `&#${c.charCodeAt(0)};`).join(''),
  'HTML in hexadecimal': (text) =>
    Array.from(text, (c) => `&#x${c.charCodeAt(0).toString(16)};`).join(''),
  'HTML with zeros and capitals': (text) =>
    Array.from(text, (c) => `&#X000${c.charCodeAt(0).toString(16).toUpperCase()};`).join(''),
  'HTML twice': (text) => text.replaceAll('/', '&#x2F;').replaceAll('&', '&amp;'),
  'a JSON pointer': (text) => text.replaceAll('~', '~0').replaceAll('/', '~1'),
  'capitals only': (text) => text.toUpperCase(),
  'small letters only': (text) => text.toLowerCase(),
  hexadecimal: (text) => hexBytes(text).join(''),
  'hexadecimal in capitals': (text) => hexBytes(text).join('').toUpperCase(),
  base64: inBase64,
  'base64 of a pair': (text) => inBase64(`KEY:${text}`),
  'base64 of more': (text) => inBase64(`{"accessKey":"K","secret":"${text}","more":1}`),
  'base64 of a longer key': (text) => inBase64(`AKIAI44:${text}`),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'base64 of base64': (text) => inBase64(inBase64(text)),
  'base64 of base64 of more': (text) => inBase64(`{"a":"${inBase64(`k:${text}`)}","b":1}`),
  'base64url of base64url': (text) =>
    Buffer.from(Buffer.from(`ab${text}`).toString('base64url')).toString('base64url'),
  'hexadecimal with colons': (text) => hexBytes(text).join(':'),
  'hexadecimal with blanks': (text) => hexBytes(text).join(' ').toUpperCase(),
  'hexadecimal with dashes': (text) => hexBytes(text).join('-'),
  'hexadecimal in a program': (text) => `0x${hexBytes(text).join(', 0x')}`,
  'hexadecimal by lines': (text) => hexBytes(text).join('\r\n  '),
  'hexadecimal by twos': (text) =>
    hexBytes(text)
      .join('')
      .replaceAll(/(.{4})(?=.)/gu, '$1 '),
  'hexadecimal with colons in a URL': (text) => hexBytes(text).join('%253A'),
  octal: (text) => [...Buffer.from(text)].map((byte) => `\\${byte.toString(8)}`).join(''),
  'octal in JSON': (text) =>
    [...Buffer.from(text)].map((byte) => `\\\\${byte.toString(8).padStart(3, '0')}`).join(''),
  'percent seven times': (text) => repeatedly(7, encodeURIComponent, text),
  'percent throughout, forty times': (text) =>
    hexBytes(text)
      .map((hex) => `%${'25'.repeat(40)}${hex}`)
      .join(''),
  'JSON nine times': (text) =>
    repeatedly(9, (inner) => JSON.stringify(inner).slice(1, -1), text.replaceAll('/', '\\/')),
  'HTML nine times': (text) =>
    repeatedly(9, (inner) => inner.replaceAll('&', '&amp;'), text.replaceAll(/[&/"]/gu, ascii)),
  'base64 in JSON': (text) => inBase64(text).replaceAll('/', String.raw`\/`),
  'base64 in a URL': (text) => encodeURIComponent(inBase64(`x${text}`)),
}

/** What somebody who wants the secret would make of a text. */
const attempts = (text: string): readonly string[] => [
  text,
  text.replaceAll(/\\u\{?([0-9a-f]{2,4})\}?|\\x(..)|&#x0*(..);/giu, (_, ...hex: string[]) =>
    String.fromCharCode(Number.parseInt(hex.find(Boolean) ?? '', 16)),
  ),
  text.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  ),
  Buffer.from(text, 'hex').toString(),
  ...text.split(redacted).map((piece) => Buffer.from(piece, 'base64').toString()),
]

test.each(Object.entries(spellings))('%s is found, whatever stands around it', (_, spell) => {
  for (const planted of [secret, token, 'a"b\\c~d&e<f>/%+ #9', 'hunter2-hunter3']) {
    const shown = redactionFor(planted)(`{"Message":"key '${spell(planted)}' is unknown"}`)
    expect(shown).toContain(redacted)
    expect(shown).toMatch(/^\{"Message":"key '/u)
    expect(shown).toMatch(/' is unknown"\}$/u)
    const quoted = shown.slice(`{"Message":"key '`.length, -`' is unknown"}`.length)
    for (const attempt of attempts(quoted)) {
      for (let at = 0; at + 4 <= planted.length; at += 1) {
        expect(attempt).not.toContain(planted.slice(at, at + 4))
      }
    }
  }
})

test('a secret across any border of an excerpt is gone before the excerpt is made', () => {
  for (let before = 0; before < 80; before += 1) {
    const shown = redact(`${'x'.repeat(before)} ${secret} tail`).slice(0, 60)
    for (let at = 0; at + 4 <= secret.length; at += 1) {
      expect(shown).not.toContain(secret.slice(at, at + 4))
    }
  }
})

test('what an endpoint itself cuts off a long secret is a secret: 8 characters of an end, 15 of the middle', () => {
  for (let length = 8; length < secret.length; length += 1) {
    expect(redact(`<${secret.slice(0, length)}>`)).toBe(`<${redacted}>`)
    expect(redact(`<${secret.slice(-length)}>`)).toBe(`<${redacted}>`)
    expect(redact(`<${encodeURIComponent(secret.slice(0, length))}>`)).toBe(`<${redacted}>`)
  }
  for (let from = 1; from + 15 < secret.length; from += 1) {
    expect(redact(`<${secret.slice(from, from + 15)}>`)).toBe(`<${redacted}>`)
  }
  expect(redact(secret.slice(0, 7))).toBe(secret.slice(0, 7))
})

test('several secrets in one text are all gone, and what stands between them stays', () => {
  expect(redact(`a ${secret} b ${encodeURIComponent(token)} c ${secret}${token} d`)).toBe(
    `a ${redacted} b ${redacted} c ${redacted}${redacted} d`,
  )
})

test.each([
  ['a short word', 'test', 'a test of the latest test'],
  ['a short number', '1234', 'error 1234'],
  ['hardly anything', 'x1', 'x1 and x1'],
])('%s is no secret: nobody could tell it from a word', (_, own, text) => {
  expect(redactionFor(own)(text)).toBe(text)
})

test.each([
  ['a short mixture', 's3cr3t', 'the s3cr3t, "s3cr3t"', `the ${redacted}, "${redacted}"`],
  ['a short mixture within a word', 's3cr3t', 'xs3cr3tx', 'xs3cr3tx'],
  ['a short mixture behind an escape', 's3cr3t', '"\\ns3cr3t"', `"\\n${redacted}"`],
  ['a word', 'password', 'password: passwords', `${redacted}: passwords`],
  ['a long word', 'correcthorsebatterystaple', 'xcorrecthorsebatterystaplex', `x${redacted}x`],
  [
    'a word that is part of a name',
    'organizations',
    'x.ListOrganizationsOf',
    'x.ListOrganizationsOf',
  ],
])('%s', (_, own, ...[text, shown]) => {
  expect(redactionFor(own)(text)).toBe(shown)
})

test.each(['111122223333', 'AKIDEXAMPLE0', 'us-east-1', 'member@example.com'])(
  'a secret that is %s, which the target says openly, is none',
  (open) => {
    const target = targetOf({ accessKey: 'AKIDEXAMPLE0', secret: open })
    const accounts = {
      ...(target.accounts as FixedAccounts),
      invitee: {
        account: '444455556666',
        email: 'member@example.com',
        credentials: { accessKey: 'OTHER', secret },
      },
    }
    const hide = redactionOf({ ...target, accounts })
    expect(hide(`${open} ${secret}`)).toBe(`${open} ${redacted}`)
  },
)

test('the shared secret of accounts that are free is one', () => {
  const credentials = { accessKey: 'x', secret }
  const target = {
    ...targetOf(credentials),
    accounts: { mode: 'any', by: 'access-key', credentials },
  }
  expect(redactionOf(target as Target)(secret)).toBe(redacted)
})

const proof = 'fe5f80f77d5fa3beca038a248ff027d0445342fe2855ddc963176630326f1024'

test('a signature is a secret, whichever exchange it belongs to', () => {
  for (const text of [
    `AWS4-HMAC-SHA256 Credential=K/20260101/us-east-1/organizations/aws4_request, SignedHeaders=host, Signature=${proof}`,
    JSON.stringify(JSON.stringify({ Signature: proof })),
    `X-Amz-Signature%3D${proof}`,
  ]) {
    expect(redact(text)).not.toContain(proof.slice(0, 20))
  }
  const plain = 'The request signature we calculated does not match the signature you provided.'
  expect(redact(plain)).toBe(plain)
})

test('what proves possession in an exchange is redacted in what is said of it', () => {
  const exchange: Exchange = {
    id: 1,
    account: '111122223333',
    operation: 'ListRoots',
    at: 0,
    took: 1,
    request: {
      method: 'POST',
      path: '/',
      headers: { Authorization: `TC3-HMAC-SHA256 SignedHeaders=host, Signature=${proof}` },
      body: '{}',
    },
    answer: {
      status: 200,
      headers: {
        'x-subject-token': 'MIIOhQYJKoZIhvcNAQcCoIIOdjCC',
        'set-cookie': 'SESSION=a1b2c3d4e5f6; Path=/; HttpOnly, other=zyxw9876vuts; Secure',
      },
      body: '',
    },
  }
  const hide = redactionWith(redact, [exchange])
  const text = `${proof} MIIOhQYJKoZIhvcNAQcCoIIOdjCC a1b2c3d4e5f6 zyxw9876vuts ${secret} host HttpOnly`
  expect(hide(text)).toBe(`${`${redacted} `.repeat(5)}host HttpOnly`)
})

test('ordinary texts stay as they are', () => {
  const text = `{"Arn":"arn:aws:organizations::111122223333:root\\/o-exampleorgid\\/r-examplerootid111","ü":"%zz &unknown; &#; \\\\ ~2"}`
  expect(redact(text)).toBe(text)
})

test.each([
  ['as it is', 'pä\u00DFw/örter-9'],
  ['in a URL', encodeURIComponent('päßw/örter-9')],
  ['in small letters in a URL', encodeURIComponent('päßw/örter-9').toLowerCase()],
  ['in JSON', String.raw`p\u00e4\u00DFw\/\u00f6rter-9`],
  ['in a page', 'p&#228;&#xdf;w&sol;&#xF6;rter-9'],
  ['in a header', Buffer.from('päßw/örter-9').toString('latin1')],
  ['in base64', inBase64('päßw/örter-9')],
])('a secret of more than ASCII is found %s', (_, text) => {
  expect(redactionFor('päßw/örter-9')(`<${text}>`)).toBe(`<${redacted}>`)
})

// where a scan took the square of a text's length, each of these would hang
test.each([
  ['\\'],
  ['%25'],
  ['%'],
  ['&amp;'],
  ['&#0'],
  ['~'],
  ['de:ad '],
  ['signature"'],
  ['aA'],
  [`${secret} `],
  [String.raw`\\\\n abc %25252f &amp;amp;lt; `],
])('megabytes of %j hide no secret behind them, and end', (piece) => {
  const text = piece.repeat(Math.ceil(2 ** 21 / piece.length))
  const shown = redact(`${text} <${encodeURIComponent(encodeURIComponent(secret))}>`)
  expect(shown.slice(-redacted.length - 3)).toBe(` <${redacted}>`.slice(-redacted.length - 3))
})

test('what a proxy is told of whoever asks through it is a secret', () => {
  const target = targetOf({ accessKey: 'KEY', secret })
  const hide = redactionOf({ ...target, proxy: 'http://ada:l0ve%40first@proxy.test:3128' })
  const told = inBase64('ada:l0ve@first')
  expect(hide(`Basic ${told}`)).toBe(`Basic ${redacted}`)
  expect(hide('the word is l0ve@first')).toBe(`the word is ${redacted}`)
  expect(hide('ada asks proxy.test')).toBe('ada asks proxy.test')
})
