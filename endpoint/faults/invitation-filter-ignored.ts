import { decideWith } from '../fault-kit/alter-decide.ts'
import { founded, invited } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** Lists invitations of every kind whichever were asked for. */
export const invitationFilterIgnored: KnownFault = {
  name: 'invitation-filter-ignored',
  description: 'lists invitations of every kind whichever were asked for',
  breaks: { aws: ['D21'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) =>
      command.verb === 'listSentInvitations' || command.verb === 'listReceivedInvitations'
        ? decideWith({ world, command, context, decide }, { filter: undefined })
        : decide(world, command, context),
  }),
  seen: {
    at: async (visit) => {
      await founded(visit)
      await invited(visit)
      const filter = { action: 'enable-all' } as const
      return (await visit.boss.listSentInvitations({ filter })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
