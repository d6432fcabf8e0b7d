import { bound, byAccount, classed } from '../bound.ts'
import type { Bound, Reversible } from '../effect.ts'
import { nothingIf, type LookUps } from '../look-up/look-up.ts'
import { standsIn } from '../look-up/organization-look-ups.ts'
import { readOf } from '../look.ts'
import { placed, placeOf } from '../membership-effects.ts'
import { isOutside } from '../organization-effects.ts'
import { rootOf } from '../workspace.ts'

/** An account that was taken out of its unit is put back. */
const displaced: Reversible<'moveAccountToRoot'> = {
  kind: 'reversible',
  undoneBy: 'moveAccount',
  shownBy: 'listAccountsIn',
  changes: true,
  thing: placed,
  sets: ({ owner }) => rootOf(owner),
  look: (hands, { account }) => placeOf(hands, account),
  undo: async ({ owner }, { account }, { id, before = id }) =>
    owner.moveAccount({ account, from: id === before ? await rootOf(owner) : id, to: before }),
}

interface Named {
  readonly name?: string
  readonly notes?: string
}

/** An account that was named or noted otherwise gets its name and notes again. */
const renamedAccount: Reversible<'updateAccount'> = {
  kind: 'reversible',
  undoneBy: 'updateAccount',
  shownBy: 'getAccount',
  changes: true,
  thing: ({ account }) => `name of ${account}`,
  look: async (hands, { account }) => {
    const read = readOf(hands, await hands.owner.getAccount({ account }))
    if (read === undefined) return undefined
    const { name, notes }: Named = read
    // notes that are empty are none
    return JSON.stringify({ name, notes: notes ?? '' })
  },
  undo: ({ owner }, { account }, { before = '{}' }) =>
    owner.updateAccount({ account, ...(JSON.parse(before) as Named) }),
}

/** How what the verbs leave behind that Tencent Cloud alone speaks is taken back. */
export const tencentEffects: {
  readonly moveUnit: Bound<'moveUnit'>
  readonly moveAccountToRoot: Reversible<'moveAccountToRoot'>
  readonly updateAccount: Reversible<'updateAccount'>
  readonly leaveNamedOrganization: Bound<'leaveNamedOrganization'>
} = {
  moveUnit: classed(
    'medium',
    bound(({ unit }) => unit),
  ),
  moveAccountToRoot: displaced,
  updateAccount: renamedAccount,
  leaveNamedOrganization: bound(({ organization }) => organization, byAccount('acceptInvitation')),
}

/** What became of writes that Tencent Cloud alone speaks, where the answer does not tell. */
export const tencentLookUps: LookUps<
  'moveUnit' | 'moveAccountToRoot' | 'updateAccount' | 'leaveNamedOrganization'
> = {
  moveUnit: {
    look: async (eyes, { unit, to, name }) => {
      const found = readOf(eyes, await eyes.owner.getUnit({ unit }))
      const fits = found?.parent === to && (name === undefined || found.name === name)
      return fits ? found : undefined
    },
  },
  moveAccountToRoot: {
    look: async (eyes, { account }) =>
      nothingIf(await standsIn(eyes, account, await rootOf(eyes.owner))),
  },
  updateAccount: {
    look: async (eyes, { account, name, notes }) => {
      const found: Named = readOf(eyes, await eyes.owner.getAccount({ account })) ?? {}
      const named = name === undefined || found.name === name
      return nothingIf(named && (notes === undefined || (found.notes ?? '') === notes))
    },
  },
  leaveNamedOrganization: { look: async (eyes) => nothingIf(await isOutside(eyes)) },
}
