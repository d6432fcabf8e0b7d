import { expect, test } from 'vitest'

import { Denied, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { refusing } from './refusing.ts'

const refused = async (): Promise<Outcome<unknown>> => ({
  kind: 'refused',
  operation: 'Delete',
  exchange: 1,
  reply: { kind: 'refusal', status: 400, code: 'No', notes: [] },
})
const done = async (): Promise<Outcome<unknown>> => ({
  kind: 'done',
  operation: 'Delete',
  exchange: 2,
  value: {},
})
const unsent = (): Promise<Outcome<unknown>> => Promise.reject(new Denied('not here'))

test('requests that are refused are all sent, but those that may not be', async () => {
  await expect(refusing('key', [unsent, refused, refused]).perform()).resolves.toBeUndefined()
})

test('where one is carried out nothing can be told, and where none is sent', async () => {
  await expect(refusing('key', [refused, done]).perform()).rejects.toThrow(
    'Delete is not refused, but done (request 2 of 2)',
  )
  await expect(refusing('key', [unsent]).perform()).rejects.toThrow(PrerequisiteMissing)
})
