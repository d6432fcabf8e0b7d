import { readOf } from '../look.ts'
import { placeOf } from '../membership-effects.ts'
import { isOutside } from '../organization-effects.ts'
import { madeUnit } from '../unit-effects.ts'
import { nothingIf, type Eyes, type LookUps } from './look-up.ts'

/** What became of writes about the organization and its units. */
export const organizationLookUps: LookUps<
  'createOrganization' | 'deleteOrganization' | 'createUnit' | 'renameUnit' | 'deleteUnit'
> = {
  createOrganization: {
    adds: true,
    look: async (eyes) => {
      if (await isOutside(eyes)) return undefined
      const found = readOf(eyes, await eyes.actor.getOrganization())
      return found?.management === eyes.actor.id ? found : undefined
    },
  },
  deleteOrganization: { look: async (eyes) => nothingIf(await isOutside(eyes)) },
  createUnit: {
    adds: true,
    look: async (eyes, args) => {
      const unit = await madeUnit.look(eyes, args)
      return unit === undefined ? undefined : readOf(eyes, await eyes.owner.getUnit({ unit }))
    },
  },
  renameUnit: {
    look: async (eyes, { unit, name }) => {
      const found = readOf(eyes, await eyes.owner.getUnit({ unit }))
      return name === undefined || found?.name === name ? found : undefined
    },
  },
  deleteUnit: {
    ends: true,
    look: async (eyes, { unit }) =>
      nothingIf(readOf(eyes, await eyes.owner.getUnit({ unit })) === undefined),
  },
}

/** Whether an account stands there. */
export async function standsIn(eyes: Eyes, account: string, place: string): Promise<boolean> {
  return (await placeOf(eyes, account)) === place
}
