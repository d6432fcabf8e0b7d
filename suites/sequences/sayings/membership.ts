import { say, type Role, type Saying, type Sayings } from '../saying.ts'

const guests = ['ann', 'bob'] as const

/** An organization goes only when nobody else is in it. */
const members = ['member ann', 'member bob', 'member made']

const founded = (by: Role, fact: string): readonly Saying[] => [
  say('createOrganization', { features: 'all' }, { by, needs: [], makes: [fact] }),
  say(
    'deleteOrganization',
    {},
    fact === 'organization'
      ? { by, needs: [fact], lacks: members, ends: ['*'] }
      : { by, needs: [fact], ends: [fact] },
  ),
]

const invited = (guest: (typeof guests)[number]): readonly Saying[] => {
  const invitation = `invitation ${guest}`
  const answering = { needs: [invitation], ends: [invitation] }
  const args = { invitation: `$${invitation}` }
  const sent = { target: { kind: 'account', id: `$${guest}` } }
  return [
    say('inviteAccount', sent, { makes: [invitation], calls: invitation }),
    say('inviteAccount', { ...sent, notes: 'welcome' }, { makes: [invitation], calls: invitation }),
    say('acceptInvitation', args, { ...answering, by: guest, makes: [`member ${guest}`] }),
    say('declineInvitation', args, { ...answering, by: guest }),
    say('cancelInvitation', args, answering),
    // after it was answered
    say('cancelInvitation', args, { needs: [`member ${guest}`] }),
    say('acceptInvitation', args, { needs: ['organization'], by: guest }),
  ]
}

const parted = (member: Role): readonly Saying[] => {
  const gone = { needs: [`member ${member}`], ends: [`member ${member}`, `${member} *`] }
  return [
    say('removeAccount', { account: `$${member}` }, gone),
    say('leaveOrganization', {}, { ...gone, by: member }),
  ]
}

const inviting: readonly Saying[] = [
  say(
    'inviteAccount',
    { target: { kind: 'account', id: '$ann' } },
    {
      by: 'other',
      needs: ['other organization'],
      makes: ['invitation ann from other'],
      calls: 'invitation ann from other',
    },
  ),
  say(
    'acceptInvitation',
    { invitation: '$invitation ann from other' },
    { by: 'ann', needs: ['invitation ann from other'], ends: ['invitation ann from other'] },
  ),
]

/** Organizations, and how accounts come into them and leave. */
export const membershipSayings: Sayings = () => [
  ...founded('owner', 'organization'),
  ...founded('other', 'other organization'),
  ...guests.flatMap(invited),
  ...inviting,
  ...guests.flatMap(parted),
  say(
    'createAccount',
    { name: 'Made', email: '$address made' },
    { makes: ['member made'], calls: 'made' },
  ),
  say('closeAccount', { account: '$made' }, { needs: ['member made'], ends: ['member made'] }),
]
