import type { Endpoint } from '../../endpoint/server.ts'
import { exitCodes } from '../../harness/problem.ts'
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
  if (await writeOutput(shell, targetOut, cloudTarget(vendor, endpoint.url, order)))
    return { close }
  close()
  return 'unwritable'
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
