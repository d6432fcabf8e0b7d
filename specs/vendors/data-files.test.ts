import { readdirSync, readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'

import { knownVendors } from './load-vendor.ts'

const specs = new URL('..', import.meta.url)

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, specs), 'utf8'))

/** What is wrong with a data file by the schema of its name; a file without one can not be read. */
const problemsOf = (value: unknown, name: string): string => {
  const schema = json(`schemas/${name.replace('.json', '')}.schema.json`) as object
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
  const validate = ajv.compile(schema)
  return validate(value) ? '' : ajv.errorsText(validate.errors)
}

describe.each(knownVendors)('the data of %s', (vendor) => {
  const names = readdirSync(new URL(`vendors/${vendor}`, specs)).filter((name) =>
    name.endsWith('.json'),
  )

  test('is all there', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'observed.json',
        'overlay.json',
        'profile.json',
        'reference-endpoint.json',
        'refusals.json',
        'request-templates.json',
        'requirements.json',
        'sources.json',
      ]),
    )
  })

  test.each(names)('%s keeps to its schema', (name) => {
    expect(problemsOf(json(`vendors/${vendor}/${name}`), name)).toBe('')
  })
})

test('a file that does not keep to its schema is found out', () => {
  const profile = json('vendors/aws/profile.json') as object
  expect(problemsOf({ ...profile, services: 'any' }, 'profile.json')).not.toBe('')
})

test.each([
  ['nobody', { reason: 'not sold here' }],
  ['nobody at all', { reason: 'not sold here', evidence: [] }],
  ['somebody without a name', { reason: 'not sold here', evidence: [{ kind: 'protocol' }] }],
  ['nobody, and nothing else either', 'not sold here'],
])('what a vendor does not offer is refused where the profile names %s who says so', (_, tags) => {
  const profile = json('vendors/aws/profile.json') as object
  const said = { reason: 'not sold here', evidence: [{ kind: 'protocol', source: 'RFC 0' }] }
  expect(problemsOf({ ...profile, absent: { tags: said } }, 'profile.json')).toBe('')
  expect(problemsOf({ ...profile, absent: { tags } }, 'profile.json')).toContain('/absent/tags')
})
