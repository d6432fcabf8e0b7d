import { checkPages, idOf, joins } from '../dsl/paging-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

export const pagesOfServicesJoin: Scenario = scenario({
  id: 'pages-of-services-join',
  kind: 'law',
  title: 'Pages of trusted and delegated services join to the whole',
  needs: ['trusted-services', 'delegated-administrators'],
  checks: {
    trusted: joins('Pages of trusted services join to the whole'),
    delegations: joins("Pages of an account's services join to the whole"),
    delegates: joins('Pages of delegated administrators join to the whole'),
    'delegates-of-one-service': joins("Pages of a service's administrators join to the whole"),
  },
  async run({ actors, check, given, sample }) {
    const owner = await actors.owner()
    const services = await untrustedServices({ given, sample }, owner)
    for (const service of services) given(await owner.enableServiceAccess({ service }))
    const context = { check, given }
    await checkPages(context, 'trusted', {
      list: (paging) => owner.listTrustedServices(paging),
      nameOf: ({ service }) => service,
      least: 2,
    })
    const { id: account } = await actors.member(owner)
    for (const service of services) given(await owner.registerDelegate({ account, service }))
    await checkPages(context, 'delegations', {
      list: (paging) => owner.listDelegations({ account, ...paging }),
      nameOf: ({ service }) => service,
      least: 2,
    })
    await checkPages(context, 'delegates', {
      list: (paging) => owner.listDelegates(paging),
      nameOf: idOf,
      least: 1,
    })
    await checkPages(context, 'delegates-of-one-service', {
      list: (paging) => owner.listDelegates({ service: services[0], ...paging }),
      nameOf: idOf,
      least: 1,
    })
  },
})
