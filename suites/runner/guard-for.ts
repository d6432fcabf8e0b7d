import { noting } from '../actors/changes.ts'
import { verbDenial } from '../actors/danger.ts'
import type { Fresh } from '../actors/fresh.ts'
import {
  openGivenOrganization,
  type GivenOrganization,
  type GivenParts,
} from '../actors/given-organization.ts'
import { openLedger, type LedgerEntry } from '../actors/ledger.ts'
import { openShownValues } from '../actors/shown-values.ts'
import type { ClientParts } from '../client/client-parts.ts'
import { enduringClient } from '../client/enduring-client.ts'

/** How whatever is written there is recorded, and by which time. */
interface Guarding extends Pick<GivenParts, 'pause' | 'now'> {
  readonly recorded?: (entry: LedgerEntry) => void
  /** how many writes an earlier part of the run had */
  readonly taken?: { readonly writes: number }
}

/** Guards the organization of a target whose accounts are given; a stop does not interrupt what takes back. */
export function guardFor(
  shared: ClientParts & Pick<GivenParts, 'acting' | 'changes' | 'listedWithin'>,
  fresh: Fresh,
  { recorded, pause, now, taken }: Guarding,
): GivenOrganization | undefined {
  const { acting, changes, listedWithin, ...others } = shared
  const { target, vendor, transcript } = others
  if (target.accounts.mode === 'any') return undefined
  const shown = openShownValues()
  transcript.listen(shown.hear)
  return openGivenOrganization({
    accounts: target.accounts,
    vendor,
    acting,
    changes,
    listedWithin,
    openClient: (signal) => noting(enduringClient({ ...others, pause }, signal), changes),
    deadline: target.deadline,
    fresh,
    denied: (verb) => verbDenial(target, vendor, verb),
    ledger: openLedger(recorded, new Map(), taken?.writes),
    ...(target.allow && { allow: target.allow }),
    now,
    pause,
    shown,
    heard: ({ exchange }) => transcript.forget([exchange.id]),
  })
}
