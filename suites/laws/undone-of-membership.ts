import type { Actor } from '../actors/actor.ts'
import { invite, joinByInvitation } from '../actors/membership.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { isOpen, questionOf, withoutEnded, type Snapshot } from '../dsl/snapshot.ts'
import { checkTraces, type Traceless } from '../dsl/traces.ts'

const questions = {
  cancelled: { title: 'A cancelled invitation leaves no trace but itself' },
  declined: { title: 'A declined invitation leaves no trace but itself' },
  removed: { title: 'A member that is removed leaves no trace', needs: ['member-removal'] },
  left: { title: 'A member that leaves leaves no trace', needs: ['member-leave'] },
} as const

type Membership = ScenarioContext<keyof typeof questions>

export const undoneOfMembership: Scenario = scenario({
  id: 'undone-of-membership',
  kind: 'law',
  title: 'Who was invited, or has joined, and is no member leaves no trace',
  needs: ['invitations', 'account-listing'],
  checks: questions,
  async run(context) {
    const { actors, check, given, offered } = context
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const doings: Traceless<keyof typeof questions>[] = [
      {
        key: 'cancelled',
        perform: async () => {
          given(await owner.cancelInvitation({ invitation: await invite(owner, guest) }))
        },
      },
      {
        key: 'declined',
        perform: async () => {
          given(await guest.declineInvitation({ invitation: await invite(owner, guest) }))
        },
      },
    ]
    const joining = (key: 'removed' | 'left', part: () => Promise<void>) =>
      doings.push({
        key,
        perform: async () => {
          await joinByInvitation(owner, guest)
          await part()
        },
      })
    if (offered('member-removal')) {
      joining('removed', async () => void given(await owner.removeAccount({ account: guest.id })))
    }
    if (offered('member-leave')) {
      joining('left', async () => void given(await guest.leaveOrganization()))
    }
    await checkTraces(check, {
      look: () => seenByBoth(context, owner, guest),
      prepare: async () => doings,
    })
  },
})

/** What the owner sees, and the invitations that the guest may still answer. */
const seenByBoth = async (
  { all, world }: Membership,
  owner: Actor,
  guest: Actor,
): Promise<Snapshot> => {
  const received = await all(guest, 'listReceivedInvitations', {})
  const open = received.filter(isOpen).map(({ id }) => id)
  return withoutEnded(await world(owner)).set(
    questionOf('listReceivedInvitations', {}),
    JSON.stringify(open.toSorted()),
  )
}
