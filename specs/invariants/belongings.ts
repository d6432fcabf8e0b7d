import { inEach, nodesIn, repeated, type Invariant } from './invariant.ts'

/** Tags, trusted services, delegations, creations: what speaks of something that has to be there. */
export const belongings: readonly Invariant[] = [
  inEach('what has tags is there', (organization) => {
    const { tags, policies, resourcePolicy } = organization
    const nodes = nodesIn(organization)
    return [...tags.keys()].filter(
      (id) => !nodes.has(id) && !policies.has(id) && resourcePolicy?.id !== id,
    )
  }),
  inEach('tags have keys of their own, and no more than may be', ({ tags }, { rules }) =>
    [...tags].flatMap(([resource, all]) => [
      ...repeated(all.map(({ key }) => `${key} on ${resource}`)),
      ...(all.length > (rules.limits.tagsPerResource ?? Infinity) ? [`all on ${resource}`] : []),
      ...all.map(({ key }) => key).filter((key) => isReserved(key, rules.reservedTagPrefix)),
    ]),
  ),
  inEach('trusted services are known', ({ services }, { rules }) =>
    [...services.keys()].filter((service) => !rules.services.includes(service)),
  ),
  inEach('a delegate is a member, and not the management account', (organization) =>
    organization.delegations
      .filter(
        ({ account }) => !organization.members.has(account) || account === organization.management,
      )
      .map(({ account, service }) => `${account} for ${service}`),
  ),
  inEach('a delegation is for a service that the vendor has', ({ delegations }, { rules }) =>
    delegations.flatMap(({ service }) => (rules.services.includes(service) ? [] : [service])),
  ),
  inEach('no trust ends that delegates need, where that is refused', (organization, { rules }) =>
    rules.strictTrust
      ? organization.delegations.flatMap(({ service }) =>
          organization.services.has(service) ? [] : [service],
        )
      : [],
  ),
  inEach('delegations differ, and are no more than may be', ({ delegations }, { rules }) => {
    const { delegatesPerService = Infinity } = rules.limits
    const crowded = rules.services.filter(
      (name) => delegations.filter(({ service }) => service === name).length > delegatesPerService,
    )
    return [
      ...repeated(delegations.map(({ account, service }) => `${account} for ${service}`)),
      ...crowded,
    ]
  }),
  inEach('what was created is an account', ({ creations }, { world }) =>
    [...creations.values()].flatMap(({ outcome }) =>
      'failure' in outcome || world.accounts.has(outcome.account) ? [] : [outcome.account],
    ),
  ),
  inEach('who is still being created is the matter of a creation', (organization, { now }) => {
    const running = [...organization.creations.values()].flatMap(({ outcome, settlesAt }) =>
      'account' in outcome && settlesAt > now ? [outcome.account] : [],
    )
    return [...organization.members.values()]
      .filter(({ account, joinedAt }) => joinedAt > now && !running.includes(account))
      .map(({ account }) => account)
  }),
  inEach('only accounts that may be closed are', ({ members }, { world, rules }) =>
    [...members.values()]
      .filter(({ account, joinedBy }) => {
        const closed = world.accounts.get(account)?.closedAt !== undefined
        return closed && rules.closesCreatedOnly && joinedBy !== 'created'
      })
      .map(({ account }) => account),
  ),
  inEach(
    'no more accounts are closed at once than may be',
    ({ closings }, { world, rules, now }) => {
      const { closing, limits } = rules
      if (limits.closableAccounts === undefined) return []
      // members that have left since then may have made the share larger
      const share = Math.floor(closing.share * world.accounts.size)
      const most = Math.min(closing.most, Math.max(limits.closableAccounts, share))
      const recent = closings.filter((at) => now < at + closing.windowDays * 24 * 60 * 60 * 1000)
      return recent.length > most ? [`${recent.length}`] : []
    },
  ),
]

const isReserved = (key: string, prefix: string | undefined): boolean =>
  prefix !== undefined && key.toLowerCase().startsWith(prefix)
