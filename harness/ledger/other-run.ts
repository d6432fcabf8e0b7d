import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { markIn } from '../../suites/actors/fresh.ts'
import { listAll } from '../../suites/actors/list-all.ts'
import type { Hand } from '../../suites/actors/speaker.ts'
import type { GivenAccounts } from '../../suites/client/target.ts'
import type { Outcome } from '../../suites/verdict/outcome.ts'
import type { Problem } from '../problem.ts'

/** Something in an organization that another run of this suite has made. */
export interface Marked {
  readonly kind: 'unit' | 'policy'
  readonly id: string
  readonly name: string
  readonly mark: string
}

/** What an organization is looked through with. */
export interface Looked {
  readonly vendor: Vendor
  readonly accounts: GivenAccounts
  /** the mark of the run that looks, where it goes on with what it has made */
  readonly own?: string
}

/**
 * The units and policies that carry the mark of another run, at the places where runs begin: below the root, or the ground
 * that the target names. What can not be listed is not in it.
 */
export async function markedIn(
  owner: Hand,
  { vendor, accounts, own }: Looked,
): Promise<readonly Marked[]> {
  const found = [...(await unitsIn(owner, vendor, accounts)), ...(await policiesIn(owner, vendor))]
  return found.filter(({ mark }) => mark !== own)
}

/** The refusal to write where another run may still be at work, or has left something. */
export function anotherRun(found: readonly Marked[]): Problem {
  const told = found.slice(0, 3).map(({ kind, id, name }) => `${kind} ${name} (${id})`)
  const more = found.length > told.length ? [`${found.length - told.length} more`] : []
  return {
    code: 'ANOTHER_RUN',
    message: `another run of orgproof is at work in this organization, or left something there: ${[...told, ...more].join(', ')}`,
    hint: `wait for it to end, or take back what it left: orgproof sweep LEDGER --target T, with the ledger.ndjson of the run whose mark is ${found[0]?.mark ?? ''}`,
  }
}

const unitsIn = async (
  owner: Hand,
  vendor: Vendor,
  { ground }: GivenAccounts,
): Promise<readonly Marked[]> => {
  if (!says(vendor, 'listUnits')) return []
  const roots = listed(await listAll(owner, 'listRoots', {})).map(({ id }) => id)
  const parents = new Set(ground === undefined ? roots : [ground, ...roots])
  const units: Marked[] = []
  for (const parent of parents) {
    units.push(...marked('unit', listed(await listAll(owner, 'listUnits', { parent }))))
  }
  return units
}

const policiesIn = async (owner: Hand, vendor: Vendor): Promise<readonly Marked[]> => {
  if (!says(vendor, 'listPolicies')) return []
  const policies: Marked[] = []
  for (const type of vendor.profile.policyTypes) {
    policies.push(...marked('policy', listed(await listAll(owner, 'listPolicies', { type }))))
  }
  return policies
}

const listed = <T>(outcome: Outcome<readonly T[]>): readonly T[] =>
  outcome.kind === 'done' ? outcome.value : []

const marked = (
  kind: Marked['kind'],
  entries: readonly { readonly id: string; readonly name?: string }[],
): readonly Marked[] =>
  entries.flatMap(({ id, name = '' }) => {
    const mark = markIn(name)
    return mark === undefined ? [] : [{ kind, id, name, mark }]
  })
