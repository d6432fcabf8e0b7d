import type { Fault } from '../../endpoint/fault.ts'
import { applyTo, type Store } from '../../specs/model/changes.ts'
import type { AccountRecord, OrganizationRecord, World } from '../../specs/model/world.ts'

/** An endpoint in which everything has another name after each refusal. */
export const meddling: Fault = {
  name: 'meddling',
  description: '',
  breaks: {},
  alter: ({ decide, explain }) => {
    let known: World | undefined
    return {
      decide: (world, command, context) => {
        known ??= world
        return decide(world, command, context)
      },
      explain: (refused) => {
        if (known !== undefined) rename(known as Store)
        return explain(refused)
      },
    }
  },
}

const rename = (world: Store): void =>
  applyTo(world, {
    accounts: [...world.accounts.values()].map(renamed),
    organizations: [...world.organizations.values()].map(withOtherNames),
  })

const renamed = <T extends Pick<AccountRecord, 'name'>>(record: T): T => ({
  ...record,
  name: `${record.name}x`,
})

const withOtherNames = (organization: OrganizationRecord): OrganizationRecord => ({
  ...organization,
  members: new Map(
    [...organization.members].map(([id, member]) => [id, { ...member, name: `${member.name}x` }]),
  ),
  units: new Map([...organization.units].map(([id, unit]) => [id, renamed(unit)])),
})
