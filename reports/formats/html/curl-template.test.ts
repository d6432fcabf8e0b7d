import { assert, constantFrom, oneof, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'

import { curlOf, curlTemplate } from './curl-template.ts'

const call = { account: '111122223333', body: `{"Name":"it's"}` }
const curl = String.raw`curl -sS --user "111122223333:$SECRET" -H 'x: 111122223333' --data-binary '{"Name":"it'\''s"}' http://host/`

test('calls that differ in account and body alone share a line', () => {
  const other = { account: '999988887777', body: '{}' }
  const said = curl.replaceAll(call.account, other.account).replace(/'\{"Name.*?\}'/u, "'{}'")
  expect(curlTemplate(said, other)).toBe(curlTemplate(curl, call))
  expect(curlTemplate(curl, call)).not.toMatch(/111122223333|Name/u)
})

test('whatever a call says, its line comes back to the letter', () => {
  const text = oneof(
    string({ unit: 'grapheme' }),
    constantFrom('', "'", '\u0001', '\u0002', '\u0003', '1', "''"),
  )
  assert(
    property(tuple(text, text, text, text), ([account, body, before, after]) => {
      const line = `${before}${account} '${body.replaceAll("'", String.raw`'\''`)}' ${after}`
      expect(curlOf(curlTemplate(line, { account, body }), { account, body })).toBe(line)
    }),
    { seed: 1 },
  )
})
