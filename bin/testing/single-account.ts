import type { Vendor } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { actorOf, type Actor } from '../../suites/actors/actor.ts'
import { openClient } from '../../suites/client/client.ts'
import { openConnection } from '../../suites/client/connection.ts'
import { sleep } from '../../suites/client/stop.ts'
import type { Principal, SingleAccount, Target } from '../../suites/client/target.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import { anybodyAt, serveAnybody, type Otherwise } from './given-organization.ts'

/** For tests: an endpoint that knows one account. */
export interface Alone {
  readonly vendor: Vendor
  readonly target: Target & { readonly accounts: SingleAccount }
  readonly account: Actor
  readonly close: () => Promise<void>
}

/** For tests: an endpoint that knows one account, in no organization yet, and that account. */
export async function serveOne(id: Vendor['id'], behave?: Otherwise['behave']): Promise<Alone> {
  const vendor = await loadVendor(id)
  const { referenceEndpoint } = vendor
  const account = referenceEndpoint.exampleAccount
  const credentials = { accessKey: account, secret: referenceEndpoint.secret }
  const management: Principal = { account, credentials }
  const server = await serveAnybody(vendor, {
    ...(behave && { behave }),
    vendor: { ...vendor, referenceEndpoint: { ...referenceEndpoint, accountKey: `^${account}$` } },
  })
  const target: Alone['target'] = {
    ...anybodyAt(vendor, server.url),
    accounts: { mode: 'single', management },
  }
  const connection = openConnection(server.url)
  const client = openClient({
    vendor,
    target,
    connection,
    transcript: openTranscript(),
    now: Date.now,
    pause: sleep,
  })
  const witness = { heard: () => {}, around: <T>(_: unknown, perform: () => T) => perform() }
  return {
    vendor,
    target,
    account: actorOf(client, management, witness),
    close: async () => {
      await connection.close()
      await server.close()
    },
  }
}
