import { join } from 'node:path'

import { beginLedger } from '../../harness/ledger/begin-ledger.ts'
import { ledgerSchema, type LedgerHeader } from '../../harness/ledger/ledger-header.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { openLedgerFile } from '../../suites/actors/ledger-file.ts'
import type { LedgerEntry } from '../../suites/actors/ledger.ts'
import type { GivenAccounts } from '../../suites/client/target.ts'

/** For tests: the mark of a run whose ledger is written by hand. */
export const mark = '-4v-'

/** For tests: whose ledger is written, and where. */
export interface Writer {
  readonly folder: string
  readonly vendor: Vendor
  readonly organization: {
    readonly url: URL
    readonly accounts: Pick<GivenAccounts, 'management'>
  }
}

/** For tests: writes the ledger of a run in a seeded organization; answers where it stands. */
export function writeLedger(
  { folder, vendor, organization }: Writer,
  entries: readonly LedgerEntry[],
  header: Partial<LedgerHeader> = {},
): string {
  const path = join(folder, 'ledger.ndjson')
  const run = 'written-by-hand'
  const { management } = organization.accounts
  beginLedger(path, {
    schema: ledgerSchema,
    suite: '0',
    run,
    mark,
    startedAt: '2026-01-01T00:00:00.000Z',
    target: {
      vendor: vendor.id,
      endpoint: organization.url.href,
      region: vendor.region,
      management: management.account,
    },
    ...header,
  })
  const file = openLedgerFile({ path, run }, (text) => text)
  for (const entry of entries) file.add(entry)
  file.close()
  return path
}

/** For tests: the intent of a unit. */
export function unitMeant(
  number: number,
  { account, parent, name }: Readonly<Record<'account' | 'parent' | 'name', string>>,
): LedgerEntry {
  const operation = 'CreateOrganizationalUnit'
  return { step: 'intent', number, verb: 'createUnit', operation, account, args: { parent, name } }
}
