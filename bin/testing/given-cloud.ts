import { cloudManners, type CloudManner } from '../../endpoint/cloud/cloud-manner.ts'
import { cloudOf } from '../../endpoint/cloud/cloud.ts'
import { openFacade, type Facade } from '../../endpoint/facade.ts'
import { startServer } from '../../endpoint/server.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { handsFor } from '../../suites/actors/hands.ts'
import type { Hand } from '../../suites/actors/speaker.ts'
import { openClient } from '../../suites/client/client.ts'
import { openConnection, type Connection } from '../../suites/client/connection.ts'
import { sleep } from '../../suites/client/stop.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import { takeSnapshot } from '../../suites/dsl/snapshot.ts'
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
  const server = await startServer({ ...facade, deliver }, { port: 0, clock: Date.now })
  const { accounts } = cloudTargetAt(vendor, server.url)
  const connection = openConnection(server.url)
  const owner = ownerAt(vendor, server.url, connection)
  return {
    url: server.url,
    accounts,
    portrait: async () => {
      await sleep(manner.lag)
      return portraitOf(await takeSnapshot(vendor, owner))
    },
    listen: (listener) => {
      count = 0
      heard = listener
    },
    close: async () => {
      await connection.close()
      await server.close()
    },
  }
}

const ownerAt = (vendor: Vendor, url: URL, connection: Connection): Hand => {
  const target = cloudTargetAt(vendor, url)
  const parts = { vendor, target, connection, transcript: openTranscript(), now: Date.now }
  const client = openClient({ ...parts, pause: sleep, enduring: true })
  const { accounts } = target
  const hands = handsFor({ accounts, vendor, heard: () => {} }, client)
  return hands(accounts.management.account).owner
}

const portraitOf = (seen: ReadonlyMap<string, string>): object => {
  const { [sentInvitations]: sent = '[]', ...others } = Object.fromEntries(seen)
  return { ...others, open: openAmong(sent) }
}

const sentInvitations = 'listSentInvitations {}'

const openAmong = (sent: string): readonly string[] =>
  (JSON.parse(sent) as readonly string[]).filter((one) => /"state":"open"/u.test(one))
