import type { InvitationRecord } from '../model/world.ts'
import type { Moment } from './invariant.ts'
import type { Shown, View } from './view.ts'

/** What both sides have to see of invitations: who sent them, and whom they are addressed to. */
export function invitationViews(moment: Moment): readonly View[] {
  const { organizations, accounts, invitations } = moment.world
  const visible = [...invitations.values()].filter((one) => isVisible(one, moment))
  const sent = [...organizations.values()].flatMap(({ id, management: caller }): View[] => {
    const own = visible.filter(({ organization }) => organization === id)
    return [
      { caller, verb: 'listSentInvitations', args: {}, shown: own.map((one) => show(one, moment)) },
      ...own.map((one): View => ({
        caller,
        verb: 'getInvitation',
        args: { invitation: one.id },
        shown: show(one, moment),
      })),
    ]
  })
  const open = [...accounts.values()].filter(({ closedAt }) => closedAt === undefined)
  const received = open.map(({ id: caller, email, name }): View => {
    // what came at the same moment is told by the name that was called
    const parties = [`account:${caller}`, `email:${email}`, `name:${name}`].map(small)
    const own = parties
      .flatMap((party) =>
        visible.filter(({ recipient: { kind, id } }) => small(`${kind}:${id}`) === party),
      )
      .toSorted((one, other) => one.requestedAt - other.requestedAt)
    const shown = own.map((one) => show(one, moment))
    return { caller, verb: 'listReceivedInvitations', args: {}, shown }
  })
  return [...sent, ...received]
}

const small = (text: string): string => text.toLowerCase()

const isVisible = ({ answer, expiresAt }: InvitationRecord, { rules, now }: Moment): boolean => {
  const over = answer?.at ?? expiresAt
  const days = rules.limits.invitationVisibleDays
  return over === undefined || days === undefined || now - over < days * 24 * 60 * 60 * 1000
}

const show = (invitation: InvitationRecord, moment: Moment): Shown => {
  const { id, action, requestedAt } = invitation
  const state = stateOf(invitation, moment)
  return { id, action, requestedAt, ...(state && { state }) }
}

/** The answer, or that the time is over; whether a request waits or is open is for the rules to say. */
const stateOf = (
  { answer, expiresAt = Infinity }: InvitationRecord,
  { now }: Moment,
): string | undefined => {
  if (answer) return answer.state
  return now >= expiresAt ? 'expired' : undefined
}
