import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

test.each([
  ['refusals.json', 'refusals'],
  ['profile.json', 'profile'],
  ['request-templates.json', 'request-templates'],
  ['reference-endpoint.json', 'reference-endpoint'],
  ['../../vendor/features.json', 'features'],
])('%s keeps to its schema', (file, schema) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  const validate = ajv.compile(json(`../../schemas/${schema}.schema.json`) as object)
  expect(validate(json(file)), ajv.errorsText(validate.errors)).toBe(true)
})
