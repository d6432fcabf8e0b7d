import type { OrganizationRecord } from '../../specs/model/world.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { decideAs, forgiving, type Alter } from './alter-decide.ts'
import { organizationOf } from './doctored-world.ts'

/** Whether an account of an organization is let. */
type Lets = (organization: OrganizationRecord, account: string) => boolean

/** Lets accounts of an organization say some verbs as if its management account said them; every account unless said. */
export function letting(verbs: readonly Verb[], lets: Lets = () => true): Alter {
  return forgiving(['accessDenied'], (moment) => {
    const { verb, caller } = moment.command
    const organization = organizationOf(moment)
    const isLet = organization !== undefined && verbs.includes(verb) && lets(organization, caller)
    return decideAs(moment, isLet ? { caller: organization.management } : {})
  })
}
