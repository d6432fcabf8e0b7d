import { noting } from '../actors/changes.ts'
import { verbDenial } from '../actors/danger.ts'
import type { Fresh } from '../actors/fresh.ts'
import {
  openGivenOrganization,
  type GivenOrganization,
  type GivenParts,
} from '../actors/given-organization.ts'
import { openLedger, type LedgerEntry, type Write } from '../actors/ledger.ts'
import { openShownValues } from '../actors/shown-values.ts'
import type { ClientParts } from '../client/client-parts.ts'
import { enduringClient } from '../client/enduring-client.ts'
import { idsIn } from '../oracle/acquaintance.ts'

/** An organization that is guarded, and what those were shown that no case hears of. */
export interface GuardedOrganization extends GivenOrganization {
  /** whether an answer to whoever only looks or takes back showed an id */
  readonly isShown: (id: string) => boolean
}

/** How whatever is written there is recorded, and by which time. */
interface Guarding extends Pick<GivenParts, 'pause' | 'now'> {
  readonly recorded?: (entry: LedgerEntry) => void
  /** how many writes an earlier part of the run had */
  readonly taken?: { readonly writes: number; readonly awaited?: readonly Write[] }
  /** whether what is written outlives the session */
  readonly keepsAwaited?: boolean
}

/** Guards the organization of a target whose accounts are given; a stop does not interrupt what takes back. */
export function guardFor(
  shared: ClientParts & Pick<GivenParts, 'acting' | 'changes' | 'listedWithin'>,
  fresh: Fresh,
  { recorded, pause, now, taken, keepsAwaited = false }: Guarding,
): GuardedOrganization | undefined {
  const { acting, changes, listedWithin, ...others } = shared
  const { target, vendor, transcript } = others
  if (target.accounts.mode === 'any') return undefined
  const known = new Map((taken?.awaited ?? []).map((write) => [write.number, write]))
  const shown = openShownValues()
  transcript.listen(shown.hear)
  const seen = new Set<string>()
  const organization = openGivenOrganization({
    accounts: target.accounts,
    vendor,
    acting,
    changes,
    listedWithin,
    openClient: (signal) => noting(enduringClient({ ...others, pause }, signal), changes),
    deadline: target.deadline,
    fresh,
    denied: (verb) => verbDenial(target, vendor, verb),
    ledger: openLedger(recorded, known, taken?.writes),
    keepsAwaited,
    ...(target.allow && { allow: target.allow }),
    now,
    pause,
    shown,
    heard: ({ exchange, reply }) => {
      if (reply.kind === 'output') for (const id of idsIn(reply.output)) seen.add(id)
      transcript.forget([exchange.id])
    },
  })
  return { ...organization, isShown: (id) => seen.has(id) }
}
