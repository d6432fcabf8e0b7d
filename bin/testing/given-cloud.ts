import { cloudManners, type CloudManner } from '../../endpoint/cloud/cloud-manner.ts'
import { cloudOf } from '../../endpoint/cloud/cloud.ts'
import { openFacade, type Facade } from '../../endpoint/facade.ts'
import { startServer } from '../../endpoint/server.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { handsFor } from '../../suites/actors/hands.ts'
import { openClient } from '../../suites/client/client.ts'
import { openConnection } from '../../suites/client/connection.ts'
import { sleep } from '../../suites/client/stop.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import { takeSnapshot } from '../../suites/contract/snapshot.ts'
import { cloudTargetAt } from './ask-cloud.ts'
import type { SeededOrganization } from './given-organization.ts'

/** For tests: a cloud in real time that is listened to, and what its organization shows. */
export type GivenCloud = Omit<SeededOrganization, 'owner'>

/** For tests: how a cloud behaves that programs are killed at: as usual, without what only takes time. */
export const brisk: CloudManner = {
  ...cloudManners.usual,
  lag: 300,
  slow: 0,
  takes: cloudManners.quiet.takes,
}

/** For tests: starts a cloud. What it shows is looked at when everything has to be seen; ended invitations do not count. */
export async function startCloud(vendor: Vendor, manner: CloudManner): Promise<GivenCloud> {
  const { server, listen } = await serveListening(vendor, manner)
  const { accounts, portrait, close } = watching(vendor, server.url)
  return {
    url: server.url,
    accounts,
    listen,
    portrait: async () => {
      await sleep(manner.lag)
      return portrait()
    },
    close: async () => {
      await close()
      await server.close()
    },
  }
}

const serveListening = async (vendor: Vendor, manner: CloudManner) => {
  const facade = openFacade(vendor, {
    clock: Date.now,
    random: Math.random,
    variants: cloudOf(vendor, manner),
  })
  let [count, heard]: [number, ((count: number) => void)?] = [0]
  const deliver: Facade['deliver'] = (message) => {
    count += 1
    heard?.(count)
    return facade.deliver(message)
  }
  const listen: GivenCloud['listen'] = (listener) => {
    count = 0
    heard = listener
  }
  return {
    server: await startServer({ ...facade, deliver }, { port: 0, clock: Date.now }),
    listen,
  }
}

/** Looks at an organization as its management account. */
const watching = (vendor: Vendor, url: URL) => {
  const target = cloudTargetAt(vendor, url)
  const { accounts } = target
  const connection = openConnection(url)
  const line = { vendor, target, connection, transcript: openTranscript() }
  const client = openClient({ ...line, now: Date.now, pause: sleep, enduring: true })
  const hands = handsFor({ accounts, vendor, heard: () => {} }, client)
  const { owner } = hands(accounts.management.account)
  const portrait = async (): Promise<object> => {
    const { [sentInvitations]: sent = '[]', ...seen } = Object.fromEntries(
      await takeSnapshot(vendor, owner),
    )
    return { ...seen, open: openAmong(sent) }
  }
  return { accounts, portrait, close: () => connection.close() }
}

const sentInvitations = 'listSentInvitations {}'

const openAmong = (sent: string): readonly string[] =>
  (JSON.parse(sent) as readonly string[]).filter((one) => /"state":"open"/u.test(one))
