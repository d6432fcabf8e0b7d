import { readFileSync } from 'node:fs'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

const files = [
  'refusals',
  'profile',
  'request-templates',
  'reference-endpoint',
  'overlay',
  'sources',
]
const vendors = ['huawei', 'codearts']

test.each(vendors.flatMap((vendor) => files.map((file) => [vendor, file] as const)))(
  "%s's %s.json keeps to its schema",
  (vendor, file) => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
    const validate = ajv.compile(json(`../../schemas/${file}.schema.json`) as object)
    expect(validate(json(`../${vendor}/${file}.json`)), ajv.errorsText(validate.errors)).toBe(true)
  },
)
