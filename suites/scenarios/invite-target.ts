import type { Feature } from '../../specs/vendor/feature.ts'
import type { Detail } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'

const byEmail: readonly Feature[] = ['email-invitations']

const questions = {
  'by-account': { title: 'A guest is invited by account id' },
  'by-known-email': { title: 'A guest is invited by its e-mail address', needs: byEmail },
  'organization-is-refused': {
    title: 'An organization is not invited',
    refusal: 'invitePartyKind',
    needs: byEmail,
  },
  'bad-email-is-refused': {
    title: 'A malformed e-mail address is refused',
    refusal: 'inviteEmailInvalid',
    needs: byEmail,
  },
  'refused-invites-nobody': {
    title: 'Refused invitations leave none behind',
    axis: 'atomicity',
    needs: byEmail,
  },
  'notes-travel': { title: 'The notes reach the guest' },
  'email-reaches-the-account': {
    title: 'The invitation by e-mail reaches its account',
    needs: byEmail,
  },
  'by-email': { title: 'An address that no account is known by is invited', needs: byEmail },
} as const

type Target = ScenarioContext<keyof typeof questions>

export const inviteTarget: Scenario = scenario({
  id: 'invite-target',
  title: 'An account is invited by its id or by its e-mail address',
  needs: ['invitations', 'organizations'],
  checks: questions,
  async run(context) {
    const { actors, check, given, all, fresh, offered } = context
    const owner = await actors.owner()
    const guest = await actors.standalone()
    const target = { kind: 'account', id: guest.id } as const
    const invited = await owner.inviteAccount({ target })
    const { id: invitation, parties } = check.ensured('by-account', invited)
    check('by-account', parties ?? [], { includes: guest.id })
    if (offered('email-invitations')) await askRefused(context, owner, invitation)
    given(await owner.cancelInvitation({ invitation }))
    await askNotes(context, owner, guest)
    if (!offered('email-invitations')) return
    const mail = (id: string) => owner.inviteAccount({ target: { kind: 'email', id } })
    const known = guest.principal.email ?? (await addressOf(context, guest))
    const { id: mailed } = check.done('by-known-email', await mail(known))
    check('email-reaches-the-account', await all(guest, 'listReceivedInvitations', {}), {
      includes: mailed,
    })
    check.done('by-email', await mail(fresh.email()))
  },
})

const askRefused = async (
  { check, given, all }: Target,
  owner: Actor,
  good: string,
): Promise<void> => {
  const before = (await all(owner, 'listSentInvitations', {})).map(({ id }) => id)
  check.twin(before.includes(good), 'the good invitation is listed')
  const { id } = given(await owner.getOrganization())
  check.refused(
    'organization-is-refused',
    await owner.inviteAccount({ target: { kind: 'organization', id } }),
  )
  check.refused(
    'bad-email-is-refused',
    await owner.inviteAccount({ target: { kind: 'email', id: 'no-address' } }),
  )
  const after = (await all(owner, 'listSentInvitations', {})).map((entry) => entry.id)
  check(
    'refused-invites-nobody',
    after.filter((one) => !before.includes(one)),
    { equals: [] },
  )
}

const askNotes = async (
  { check, given, all }: Target,
  owner: Actor,
  guest: Actor,
): Promise<void> => {
  const notes = 'please join us'
  const target = { kind: 'account', id: guest.id } as const
  const { id: invitation } = given(await owner.inviteAccount({ target, notes }))
  const received = (await all(guest, 'listReceivedInvitations', {})).find(
    ({ id }) => id === invitation,
  )
  const said = flat(received?.details ?? []).filter(({ kind }) => kind === 'notes')
  check(
    'notes-travel',
    said.map(({ value }) => value),
    { equals: [notes] },
  )
  given(await owner.cancelInvitation({ invitation }))
}

const flat = (details: readonly Detail[]): readonly Detail[] =>
  details.flatMap((detail) => [detail, ...flat(detail.details ?? [])])

/** An account's own address: an organization that it founds for a moment tells. */
const addressOf = async ({ check, given }: Target, guest: Actor): Promise<string> => {
  given(await guest.createOrganization())
  const { managementEmail } = given(await guest.getOrganization())
  given(await guest.deleteOrganization())
  check.twin(managementEmail !== undefined, "an organization tells its management's address")
  return managementEmail ?? ''
}
