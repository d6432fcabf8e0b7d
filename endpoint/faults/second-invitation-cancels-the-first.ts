import type { Command } from '../../specs/vocabulary/verbs.ts'
import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { invitedTwice } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Refuses to invite an account twice, and cancels the invitation that it has. */
export const secondInvitationCancelsTheFirst: KnownFault = {
  name: 'second-invitation-cancels-the-first',
  description: 'refuses to invite an account twice, and cancels the invitation that it has',
  breaks: { aws: ['K4'], huawei: ['N18'], tencent: ['R19'] },
  alter: saying('inviteAccount', (moment) => {
    const { world, command, context, decide, args } = moment
    const decision = decideAs(moment, {})
    if (decision.kind === 'done' || decision.refusal !== 'invitationDuplicate') return decision
    const first = [...world.invitations.values()].find(
      ({ recipient, answer }) => recipient.id === args.target.id && answer === undefined,
    )
    const cancelling = { verb: 'cancelInvitation', args: { invitation: first?.id ?? '' } }
    const said = { ...cancelling, caller: command.caller } as Command
    const cancelled = decide(world, said, context)
    return 'changes' in cancelled ? { ...decision, changes: cancelled.changes } : decision
  }),
  seen: {
    at: async (visit) => {
      await invitedTwice(visit)
      const { items } = (await visit.boss.listSentInvitations({})).result
      return items.map(({ state }) => state)
    },
    right: ['open'],
    wrong: ['cancelled'],
  },
}
