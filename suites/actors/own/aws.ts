import { bound } from '../bound.ts'
import type { Bound, Reversible } from '../effect.ts'
import { creationOf } from '../look-up/account-look-ups.ts'
import { nothingIf, type LookUps } from '../look-up/look-up.ts'
import { entriesOf, readOf } from '../look.ts'
import { resourceDocument } from '../resource-document.ts'

/** The organization has one resource policy at most; one that was put is deleted. */
const madeResourcePolicy: Reversible<'putResourcePolicy'> = {
  kind: 'reversible',
  undoneBy: 'deleteResourcePolicy',
  shownBy: 'getResourcePolicy',
  made: ({ id }) => id,
  look: async (hands) => readOf(hands, await hands.owner.getResourcePolicy())?.id,
  undo: ({ actor }) => actor.deleteResourcePolicy(),
  rehearse: async ({ owner, profile }) => ({ content: resourceDocument(profile, owner.id) }),
}

/** How what the verbs leave behind that AWS alone speaks is taken back. */
export const awsEffects: {
  readonly putResourcePolicy: Reversible<'putResourcePolicy'>
  readonly deleteResourcePolicy: Bound<'deleteResourcePolicy'>
} = {
  putResourcePolicy: madeResourcePolicy,
  // where none stands there is nothing to touch: a look shows it whatever the arguments
  deleteResourcePolicy: bound((_, actor) => actor, {
    verb: 'putResourcePolicy',
    exact: true,
    same: () => true,
  }),
}

/** What became of writes that AWS alone speaks, where the answer does not tell. */
export const awsLookUps: LookUps<
  'putResourcePolicy' | 'deleteResourcePolicy' | 'enableAllFeatures' | 'createSovereignAccount'
> = {
  putResourcePolicy: {
    look: async (eyes, { content }) => {
      const found = readOf(eyes, await eyes.owner.getResourcePolicy())
      return found?.content === content ? found : undefined
    },
  },
  deleteResourcePolicy: {
    ends: true,
    look: async (eyes) =>
      nothingIf(readOf(eyes, await eyes.owner.getResourcePolicy()) === undefined),
  },
  enableAllFeatures: {
    adds: true,
    look: async (eyes) =>
      (await entriesOf(eyes, 'listSentInvitations', {}))?.find(
        ({ action, state }) =>
          action === 'enable-all' && (state === 'open' || state === 'requested'),
      ),
  },
  createSovereignAccount: { once: true, look: creationOf },
}
