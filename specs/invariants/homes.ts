import { inEach, repeated, type Invariant } from './invariant.ts'

/** Where accounts belong. */
export const homes: readonly Invariant[] = [
  {
    invariant: 'an account has one home at most',
    flaws: ({ world }) =>
      repeated([...world.organizations.values()].flatMap(({ members }) => [...members.keys()])),
  },
  {
    invariant: 'an account and its organization agree',
    flaws: ({ world }) => {
      const lost = [...world.accounts.values()].filter(
        ({ id, organization }) =>
          organization !== undefined && !world.organizations.get(organization)?.members.has(id),
      )
      const unaware = [...world.organizations.values()].flatMap(({ id, members }) =>
        [...members.keys()].filter((account) => world.accounts.get(account)?.organization !== id),
      )
      return [
        ...lost.map(({ id, organization }) => `${id} thinks that it is in ${organization}`),
        ...unaware.map((account) => `${account} does not know that it is a member`),
      ]
    },
  },
  inEach('the management account is a member, and open', (organization, { world }) => {
    const { members, management } = organization
    const closed = world.accounts.get(management)?.closedAt !== undefined
    return [
      ...(members.get(management)?.joinedBy === 'invited'
        ? []
        : [`${management} did not found it`]),
      ...(closed ? [`${management} is closed`] : []),
    ]
  }),
  {
    invariant: 'records stand under their own ids',
    flaws: ({ world }) => [
      ...misplaced(world.accounts),
      ...misplaced(world.organizations),
      ...misplaced(world.invitations),
      ...[...world.organizations.values()].flatMap(({ units, policies, creations, members }) => [
        ...misplaced(units),
        ...misplaced(policies),
        ...misplaced(creations),
        ...[...members].flatMap(([id, { account }]) => (id === account ? [] : [id])),
      ]),
    ],
  },
  {
    invariant: 'an id means one thing',
    flaws: ({ world }) =>
      repeated([
        ...[...world.organizations.values()].flatMap((one) => [
          one.id,
          one.root,
          ...one.units.keys(),
          ...one.policies.keys(),
          ...one.creations.keys(),
          ...(one.resourcePolicy ? [one.resourcePolicy.id] : []),
        ]),
        ...world.accounts.keys(),
        ...world.invitations.keys(),
      ]),
  },
  {
    invariant: 'an e-mail address belongs to one account',
    flaws: ({ world }) => {
      const accounts = [...world.accounts.values()]
      const addresses = accounts.map(({ email }) => email.toLowerCase())
      const unknown = accounts.filter(
        ({ id, email }) => world.emails.get(email.toLowerCase()) !== id,
      )
      return [
        ...repeated(addresses),
        ...unknown.map(({ id, email }) => `${email} does not lead to ${id}`),
        ...[...world.emails.keys()].filter((address) => !addresses.includes(address)),
      ]
    },
  },
  {
    invariant: 'network endpoints are let in once, and are known',
    flaws: ({ world, rules }) =>
      [...world.endpoints.values()].flatMap((left) => [
        ...repeated(left),
        ...left.filter((endpoint) => !rules.endpoints.includes(endpoint)),
      ]),
  },
]

const misplaced = (records: ReadonlyMap<string, { readonly id: string }>): readonly string[] =>
  [...records].flatMap(([id, record]) => (record.id === id ? [] : [`${record.id} under ${id}`]))
