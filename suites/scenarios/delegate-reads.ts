import { askDenied, denied } from '../dsl/denied.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const delegateReads: Scenario = scenario({
  id: 'delegate-reads',
  title: 'A delegated administrator reads the organization',
  needs: ['delegated-administrators', 'trusted-services', 'account-listing', 'units'],
  checks: {
    'plain-member-cannot-list': denied('A plain member cannot list the accounts'),
    'delegate-lists-accounts': { title: 'A delegate lists the accounts', axis: 'authorization' },
    'delegate-lists-units': { title: 'A delegate lists the units', axis: 'authorization' },
    'delegate-cannot-create-units': denied('A delegate cannot create units'),
    'one-service-less-keeps-reading': {
      title: 'Losing one of two services keeps the reading',
      axis: 'authorization',
    },
    'last-service-ends-reading': {
      ...denied('Losing the last service ends the reading'),
      formerly: true,
    },
  },
  async run({ actors, check, given, fresh, sample }) {
    const owner = await actors.owner()
    const member = await actors.member(owner)
    const { id: account } = member
    const services = await untrustedServices({ given, sample }, owner)
    const plain = await member.listAccounts()
    for (const service of services) {
      given(await owner.enableServiceAccess({ service }))
      given(await owner.registerDelegate({ account, service }))
    }
    check.done('delegate-lists-accounts', await member.listAccounts())
    check.refused('plain-member-cannot-list', plain)
    const parent = (await actors.workspace(owner)).id
    const name = fresh.name('unit')
    await askDenied(
      { check, given },
      { stranger: member, entitled: owner },
      { 'delegate-cannot-create-units': (actor) => actor.createUnit({ parent, name }) },
    )
    const [first, last] = services
    given(await owner.deregisterDelegate({ account, service: first }))
    check.done('one-service-less-keeps-reading', await member.listAccounts())
    given(await owner.deregisterDelegate({ account, service: last }))
    check.refused('last-service-ends-reading', await member.listAccounts())
    given(await owner.registerDelegate({ account, service: last }))
    check.done('delegate-lists-units', await member.listUnits({ parent }))
  },
})
