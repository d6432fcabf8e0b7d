import { readdirSync, readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

import { mostTold, problemText } from '../../harness/problem.ts'
import { parseJson } from './parse-json.ts'
import { schemaProblems } from './schema-problems.ts'

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: { known: { type: 'string', enum: ['a', 'b'], pattern: '^[ab]$' } },
}

test('of very many mistakes the first are put into words, the others are counted', () => {
  const keys = Array.from({ length: 3000 }, (_, at) => `"k${at}": 1`)
  const parsed = parseJson(`{${keys.join(',\n')}}`)
  if ('says' in parsed) throw new Error('it is JSON')
  const asked: string[] = []
  const at = (pointer: string): string | undefined => {
    asked.push(pointer)
    return parsed.at(pointer)
  }
  const problems = schemaProblems({ ...parsed, at }, { schema, path: 'f', prefix: 'FILE' })
  expect(problems).toHaveLength(mostTold)
  expect(problems.at(-1)).toMatchObject({
    code: 'FILE_UNKNOWN_KEY',
    message: 'f:8:7 has a key that is not known',
    further: 3000 - mostTold,
  })
  expect(asked).toEqual(Array.from({ length: mostTold }, (_, key) => `/k${key}`))
  expect(problemText([{ code: 'X', message: 'x' }, ...problems])).toMatch(
    /\norgproof: and 2993 more$/,
  )
})

test('a few mistakes are all told, and nothing is counted', () => {
  const parsed = parseJson('{"known": "c", "knwn": 1}')
  if ('says' in parsed) throw new Error('it is JSON')
  const problems = schemaProblems(parsed, { schema, path: 'f', prefix: 'FILE' })
  expect(problems.map(({ message }) => message)).toEqual([
    'f:1:24 has a key that is not known',
    'f:1:11 at /known must be equal to one of the allowed values',
    'f:1:11 at /known must match pattern "^[ab]$"',
  ])
  expect(problemText(problems)).not.toContain('more')
})

const schemas = new URL('../../specs/schemas/', import.meta.url)

// where they are used they are not looked at any more
test.each(readdirSync(schemas).filter((name) => name.endsWith('.schema.json')))(
  '%s is a JSON Schema itself',
  (name) => {
    const own = JSON.parse(readFileSync(new URL(name, schemas), 'utf8')) as object
    const ajv = new Ajv2020({ strict: false })
    expect(ajv.validateSchema(own), JSON.stringify(ajv.errors)).toBe(true)
    expect(ajv.validateSchema({ ...own, type: 'nonsense' })).toBe(false)
  },
)
