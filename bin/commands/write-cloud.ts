import { cloudAccounts } from '../../endpoint/cloud/cloud-accounts.ts'
import type { Endpoint } from '../../endpoint/server.ts'
import { asOwner } from '../../harness/ledger/as-owner.ts'
import { organizationIdOf } from '../../harness/ledger/organization-id.ts'
import { exitCodes } from '../../harness/problem.ts'
import { targetDefaults } from '../../harness/run/plan-run.ts'
import { targetAt } from '../../harness/run/targets.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { CloudOrder } from '../options/read-cloud.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import type { Shell } from '../shell/shell.ts'
import { systemWords } from '../shell/system-words.ts'
import { cloudTarget, writeSessions } from './cloud-files.ts'

/** A cloud that is served. */
interface Served {
  readonly vendor: Vendor
  readonly endpoint: Pick<Endpoint, 'url'>
}

/** Writes the files of a cloud, and renews its temporary keys long before they end. */
export async function writeCloud(
  shell: Shell,
  order: CloudOrder,
  { vendor, endpoint }: Served,
): Promise<{ readonly close: () => void } | 'unwritable'> {
  const { targetOut, sessions, manner } = order
  const renewing = sessions && renewSessions(shell, vendor, { ...sessions, ahead: manner.ahead })
  if (renewing === 'unwritable') return renewing
  const close = (): void => clearInterval(renewing)
  if (targetOut === undefined) return { close }
  const organization = await organizationAt(vendor, endpoint.url)
  const target = cloudTarget(vendor, endpoint.url, { ...order, ...organization })
  if (await writeOutput(shell, targetOut, target)) return { close }
  close()
  return 'unwritable'
}

/** Whoever is to write somewhere has to say where: the cloud is asked which organization it has. */
export async function organizationAt(
  vendor: Vendor,
  { origin: endpoint }: URL,
): Promise<{ readonly organization?: string }> {
  const [management] = cloudAccounts(vendor)
  if (management === undefined) return {}
  const accounts = { mode: 'single', management } as const
  const plan = { target: { ...targetDefaults, accounts } }
  const target = targetAt(plan, vendor, endpoint)
  const { signal: stopped } = new AbortController()
  const organization = await asOwner({ vendor, target, accounts, stopped }, (owner) =>
    organizationIdOf(vendor, owner),
  )
  return organization === undefined ? {} : { organization }
}

const renewSessions = (
  shell: Shell,
  vendor: Vendor,
  sessions: NonNullable<CloudOrder['sessions']> & { readonly ahead: number },
): NodeJS.Timeout | 'unwritable' => {
  // the cloud goes by its own time
  const write = (): void => writeSessions(vendor, sessions, Date.now() + sessions.ahead)
  try {
    write()
  } catch (error) {
    const message = `${sessions.folder} can not be written: ${systemWords(error)}`
    fail(shell, exitCodes.usage, [{ code: 'OUTPUT_UNWRITABLE', message }])
    return 'unwritable'
  }
  return setInterval(write, sessions.life / 2)
}
