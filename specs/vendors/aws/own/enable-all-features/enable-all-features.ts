import { membersOf } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import type { Changes } from '../../../../model/changes.ts'
import { done, refused, type Decision, type Inside } from '../../../../model/decision.ts'
import { showInvitation } from '../../../../model/invitation-state.ts'
import { isMigrating } from '../../../../model/migration.ts'
import { opened } from '../../../../model/open-invitation.ts'
import type { InvitationRecord } from '../../../../model/world.ts'
import { nothing, wrapped } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Invitation } from '../../../../vocabulary/nouns.ts'
import * as structure from '../../dialect/structures.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** asks every member to agree to all features */
    enableAllFeatures: Own<'feature-migration', Nothing, Invitation>
  }
}

/**
 * The answer is the request that the management account accepts once all have agreed: at once when nobody has to be
 * asked. Members that the organization created itself are not asked.
 */
const askEverybody = (situation: Inside): Decision<Invitation> => {
  const { organization, now } = situation
  if (organization.features === 'all')
    return refused('allFeaturesAlready', 'the organization has all features')
  if (isMigrating(situation))
    return refused('allFeaturesPending', 'the organization is enabling all features already')
  const asked = membersOf(organization, now).filter(
    ({ account, joinedBy }) => joinedBy === 'invited' && account !== organization.management,
  )
  const invitations = request(
    situation,
    asked.map(({ account }) => account),
  )
  const [whole] = invitations
  const ids = invitations.map(({ id }) => id)
  const next = { ...organization, invitations: [...organization.invitations, ...ids] }
  const changes: Changes = { organizations: [next], invitations }
  return done(showInvitation(situation, whole), changes)
}

/** The request to all, first, and its part for each member. */
const request = (
  situation: Inside,
  members: readonly string[],
): readonly [InvitationRecord, ...InvitationRecord[]] => {
  const { organization, rules } = situation
  const whole = opened(situation, {
    action: rules.migration.management,
    recipient: { kind: 'account', id: organization.management },
    tags: [],
    children: [],
  })
  const parts = members.map((id) =>
    opened(situation, {
      action: rules.migration.members,
      recipient: { kind: 'account', id },
      tags: [],
      children: [],
      parent: whole.id,
    }),
  )
  return [{ ...whole, children: parts.map(({ id }) => id) }, ...parts]
}

/** Asks every invited member to agree to all features. */
export const enableAllFeatures: OwnOperation<'enableAllFeatures'> = {
  verb: 'enableAllFeatures',
  feature: {
    id: 'feature-migration',
    title: 'An organization for one bill migrates to all features',
  },
  row: {
    operation: 'EnableAllFeatures',
    args: nothing,
    result: wrapped('Handshake', structure.invitation),
  },
  rule: within(askEverybody),
  lasting: 'all features are enabled for good',
  template: {
    caller: 'management',
    resources: ['billingOrganization'],
    input: {},
    yields: ['/Handshake/Id', '/Handshake/State'],
    writes: true,
  },
}
