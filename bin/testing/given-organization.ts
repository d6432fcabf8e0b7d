import { openFacade, type Facade } from '../../endpoint/facade.ts'
import type { Fault } from '../../endpoint/fault.ts'
import { startServer } from '../../endpoint/server.ts'
import type { Variant } from '../../endpoint/variant.ts'
import { offers, says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Actor } from '../../suites/actors/actor.ts'
import { openActors } from '../../suites/actors/actors.ts'
import type { Actors } from '../../suites/actors/cast.ts'
import { freshFrom } from '../../suites/actors/fresh.ts'
import { listAll } from '../../suites/actors/list-all.ts'
import { joinByInvitation, settledCreation } from '../../suites/actors/membership.ts'
import { openWaiting, type Waiting } from '../../suites/actors/waiting.ts'
import { openClient } from '../../suites/client/client.ts'
import { openConnection } from '../../suites/client/connection.ts'
import { patienceOf } from '../../suites/client/patience.ts'
import { sleep } from '../../suites/client/stop.ts'
import type { FixedAccounts, Principal, Target } from '../../suites/client/target.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import { takeSnapshot } from '../../suites/dsl/snapshot.ts'
import { given } from '../../suites/verdict/outcome.ts'

/** For tests: an organization with a history on an embedded endpoint of its own, and who can act in it. */
export interface SeededOrganization {
  readonly url: URL
  readonly accounts: FixedAccounts
  readonly owner: Actor
  /** everything the organization shows of itself; invitations that have ended stay listed, and do not count */
  readonly portrait: () => Promise<object>
  /** from now on hears the number of each request before it is answered, counted from 1 */
  readonly listen: (heard: (count: number) => void) => void
  readonly close: () => Promise<void>
}

/** For tests: in what the endpoint of a seeded organization differs from the embedded one. */
export interface Otherwise {
  readonly behave?: (answer: Facade['answer']) => Facade['answer']
  readonly fault?: Fault
  readonly variant?: Variant
  /** accounts were created in it, where the vendor creates any: not by a clock that stands */
  readonly creations?: true
  /** the time it goes by, and whoever founds the organization; the wall's unless said */
  readonly clock?: () => number
  /** the vendor as the endpoint sees it */
  readonly vendor?: Vendor
}

/** Founds an organization with units, a member, a policy and tags that were there before the suite came. */
export async function seedOrganization(
  vendor: Vendor,
  otherwise: Otherwise = {},
): Promise<SeededOrganization> {
  const { server, listen } = await serveCounting(vendor, otherwise)
  const connection = openConnection(server.url)
  const fresh = freshFrom(3n, vendor.mintAccount)
  const target = anybodyAt(vendor, server.url)
  const { clock: now = Date.now } = otherwise
  const shared = { vendor, target, connection, fresh, heard: () => {}, pause: sleep, now }
  const client = openClient({ ...shared, transcript: openTranscript() })
  const patience = patienceOf({ consistency: 'immediate' })
  const waiting = openWaiting({ pause: sleep, patience, long: () => {} })
  const actors = openActors({ ...shared, client, waiting })
  const owner = await actors.owner()
  const member = await joinByInvitation(owner, await actors.standalone())
  const delegate = await seedDelegate(vendor, owner, actors)
  if (otherwise.creations === true) await createAccounts(owner, { vendor, waiting })
  await furnish(vendor, owner)
  const [invitee, outsider] = [fresh.account(), fresh.account()]
  return {
    url: server.url,
    owner,
    listen,
    accounts: {
      mode: 'fixed',
      ...principalsAt(vendor, { management: owner.id, member: member.id, invitee, outsider }),
      ...(delegate && principalsAt(vendor, { delegatedAdministrator: delegate })),
    },
    portrait: () => portraitOf(vendor, owner),
    close: async () => {
      await connection.close()
      await server.close()
    },
  }
}

/** Accounts of the embedded endpoint, each with its keys. */
const principalsAt = <K extends string>(
  { referenceEndpoint: { secret } }: Vendor,
  accounts: Readonly<Record<K, string>>,
): Readonly<Record<K, Principal>> =>
  Object.fromEntries(
    Object.entries<string>(accounts).map(([name, account]) => [
      name,
      { account, credentials: { accessKey: account, secret } },
    ]),
  ) as Readonly<Record<K, Principal>>

const serveCounting = async (vendor: Vendor, otherwise: Otherwise) => {
  const { behave, fault, variant, clock = Date.now, ...other } = otherwise
  const options = {
    clock,
    random: Math.random,
    ...(fault && { fault }),
    ...(variant && { variants: [variant] }),
  }
  const facade = openFacade(other.vendor ?? vendor, options)
  const { tooLarge } = facade
  const answer = behave?.(facade.answer) ?? facade.answer
  let count = 0
  let heard: ((count: number) => void) | undefined
  const counting: Facade['answer'] = (message) => {
    count += 1
    heard?.(count)
    return answer(message)
  }
  const parts = { answer: counting, tooLarge }
  return {
    server: await startServer(parts, { port: 0, clock }),
    listen: (listener: (count: number) => void): void => {
      count = 0
      heard = listener
    },
  }
}

/** An embedded endpoint that is listened to, where any account may call. */
export async function serveAnybody(
  vendor: Vendor,
  otherwise: Otherwise = {},
): Promise<
  Pick<SeededOrganization, 'url' | 'listen' | 'close'> & { readonly accounts: Target['accounts'] }
> {
  const { server, listen } = await serveCounting(vendor, otherwise)
  const { url, close } = server
  return { url, listen, close, accounts: anybodyAt(vendor, url).accounts }
}

/** A target where any account may call: the embedded endpoint's own way. */
export function anybodyAt(vendor: Vendor, url: URL): Target {
  return {
    name: 'given',
    vendor: vendor.id,
    endpoint: url.href,
    region: vendor.region,
    accounts: {
      mode: 'any',
      by: 'access-key',
      credentials: { accessKey: 'x', secret: vendor.referenceEndpoint.secret },
    },
    absent: {},
    limits: vendor.referenceEndpoint.limits ?? {},
    concurrency: 8,
    deadline: 10_000,
    consistency: 'immediate',
    readOnly: false,
  }
}

/** A member that administers a service which the organization trusts; where the vendor knows of no such thing, nobody. */
const seedDelegate = async (
  vendor: Vendor,
  owner: Actor,
  actors: Actors,
): Promise<string | undefined> => {
  const service = vendor.profile.services.at(-1)
  if (!says(vendor, 'registerDelegate') || service === undefined) return undefined
  const { id: account } = await joinByInvitation(owner, await actors.standalone())
  given(await owner.enableServiceAccess({ service }))
  given(await owner.registerDelegate({ account, service }))
  return account
}

/** The accounts that were made in the organization itself, where the vendor makes any. */
const createAccounts = async (
  owner: Actor,
  parts: { readonly vendor: Vendor; readonly waiting: Waiting },
): Promise<void> => {
  if (!offers(parts.vendor, 'account-creation')) return
  for (const name of ['billing', 'logs', 'tools']) {
    const asked = given(await owner.createAccount({ name, email: `${name}@stands.example.com` }))
    await settledCreation(owner, asked, parts)
  }
}

const furnish = async (vendor: Vendor, owner: Actor): Promise<void> => {
  const [root] = given(await listAll(owner, 'listRoots', {}))
  if (root === undefined) throw new Error('the seeded organization has no root')
  const unit = given(await owner.createUnit({ parent: root.id, name: 'stands-already' })).id
  given(await owner.createUnit({ parent: unit, name: 'stands-below' }))
  if (says(vendor, 'tagResource')) {
    given(await owner.tagResource({ resource: root.id, tags: [{ key: 'kept', value: 'yes' }] }))
  }
  const [content] = vendor.profile.policyContents.control ?? []
  if (content === undefined) return
  const policy = { name: 'stands', type: 'control', description: 'already', content }
  const { id } = given(await owner.createPolicy(policy))
  given(await owner.attachPolicy({ policy: id, target: unit }))
}

const portraitOf = async (vendor: Vendor, owner: Actor): Promise<object> => {
  const { ['listSentInvitations {}']: _sent, ...seen } = Object.fromEntries(
    await takeSnapshot(vendor, owner),
  )
  const sent = given(await listAll(owner, 'listSentInvitations', {}))
  return { ...seen, open: sent.filter(({ state }) => state === 'open') }
}
