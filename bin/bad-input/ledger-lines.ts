import type { Json, JsonObject } from '../../specs/contract/json.ts'

export const run = '00000000-0000-4000-8000-000000000001'
export const management = '123456789012'

/** The lines of a ledger with which nothing is wrong, and whose one write is open. */
export const header: JsonObject = {
  schema: 'orgproof/ledger/1',
  suite: '0.1.0',
  run,
  mark: '-4v-',
  startedAt: '2026-01-01T00:00:00.000Z',
  target: {
    vendor: 'aws',
    endpoint: 'http://127.0.0.1:1/',
    region: 'us-east-1',
    management,
    organization: 'o-abcdefghij',
  },
  before: { 'listRoots 0123456789abcdef': '0123456789abcdef' },
}

export const intent: JsonObject = {
  run,
  step: 'intent',
  number: 1,
  verb: 'createUnit',
  operation: 'CreateOrganizationalUnit',
  account: management,
  args: { parent: 'r-abcd', name: 'unit-4v-1' },
}

export const done: JsonObject = { run, step: 'done', number: 1, id: 'ou-abcd-12345678' }

/** Lines as the text of a ledger. */
export const textOf = (...lines: readonly Json[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** A ledger with which nothing is wrong, and whose one write is open. */
export const soundLedger: string = textOf(header, intent, done)
