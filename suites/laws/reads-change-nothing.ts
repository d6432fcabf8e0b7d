import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { invite } from '../actors/membership.ts'
import { inOneOrder } from '../dsl/one-order.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { differences } from '../dsl/snapshot.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'
import type { Outcome } from '../verdict/outcome.ts'

const questions = {
  lists: { title: 'Every list read twice is the same' },
  things: { title: 'Every thing read twice is the same' },
  'in-effect': { title: 'What is in effect, read twice, is the same', needs: ['effective-policy'] },
} as const

type Reads = ScenarioContext<keyof typeof questions>

export const readsChangeNothing: Scenario = scenario({
  id: 'reads-change-nothing',
  kind: 'law',
  title: 'Whatever is read twice is the same, and nothing is changed by it',
  needs: ['units', 'account-listing', 'tree'],
  checks: questions,
  async run(context) {
    const { actors, check, world, offered } = context
    const owner = await actors.owner()
    const reads = await settleDown(context, owner)
    const first = await answersTo(reads)
    const before = await world(owner)
    const second = await answersTo(reads)
    const changes = differences(before, await world(owner))
    check('lists', changes, { holds: changes.length === 0, says: 'the same lists both times' })
    check('things', second, { equals: first })
    if (offered('effective-policy')) await askEffect(context, owner)
  },
})

type Read = () => Promise<Outcome<unknown>>

/** One thing of each kind, and what reads it alone. */
const settleDown = async (context: Reads, owner: Actor): Promise<readonly Read[]> => {
  const { actors, given, fresh, offered } = context
  const { id: parent } = await actors.workspace(owner)
  const { id: unit } = given(await owner.createUnit({ parent, name: fresh.name('unit') }))
  const reads: Read[] = [
    () => owner.getUnit({ unit }),
    () => owner.getAccount({ account: owner.id }),
    () => owner.listChildren({ parent, kind: 'unit' }),
    () => owner.listParents({ child: unit }),
  ]
  if (offered('tags')) {
    given(
      await owner.tagResource({ resource: unit, tags: [{ key: fresh.name('key'), value: '' }] }),
    )
  }
  if (offered('policies')) await hangPolicy(context, owner, unit)
  if (offered('trusted-services')) {
    const [service] = await untrustedServices(context, owner)
    given(await owner.enableServiceAccess({ service }))
  }
  if (offered('invitations')) {
    const guest = await actors.standalone()
    const invitation = await invite(owner, guest)
    reads.push(
      () => owner.getInvitation({ invitation }),
      () => guest.listReceivedInvitations(),
    )
  }
  return reads
}

const hangPolicy = async (context: Reads, owner: Actor, target: string): Promise<void> => {
  const { given, offered, switchedOn } = context
  await switchedOn(owner, 'control')
  const { id: policy } = given(await owner.createPolicy(draftPolicy(context, 'control')))
  if (offered('policy-attachment')) given(await owner.attachPolicy({ policy, target }))
}

/** Answers in one order: none is stated. */
const answersTo = async (reads: readonly Read[]): Promise<readonly string[]> => {
  const answers: string[] = []
  for (const read of reads) {
    const outcome = await read()
    answers.push(inOneOrder(outcome.kind === 'done' ? outcome.value : outcome.kind))
  }
  return answers
}

const askEffect = async ({ check, given, switchedOn }: Reads, owner: Actor): Promise<void> => {
  await switchedOn(owner, 'tag')
  const told = async () => {
    const outcome = await owner.getEffectivePolicy({ type: 'tag', target: owner.id })
    // where nothing is in effect it may be refused
    return outcome.kind === 'refused' ? outcome.reply.code : given(outcome).content
  }
  const first = await told()
  check('in-effect', await told(), { equals: first })
}
