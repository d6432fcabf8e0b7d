import { decideWith } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Lists invitations of every kind whichever were asked for. */
export const invitationFilterIgnored: Fault = {
  name: 'invitation-filter-ignored',
  description: 'lists invitations of every kind whichever were asked for',
  breaks: { aws: ['D21'] },
  alter: ({ decide }) => ({
    decide: (world, command, context) =>
      command.verb === 'listSentInvitations' || command.verb === 'listReceivedInvitations'
        ? decideWith({ world, command, context, decide }, { filter: undefined })
        : decide(world, command, context),
  }),
}
