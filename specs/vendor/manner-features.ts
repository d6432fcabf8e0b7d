const names = [
  'signatures',
  'feature-sets',
  'join-methods',
  'page-tokens',
  'unit-pages',
  'email-invitations',
  'invitation-filters',
  'counted-invitations',
  'vanishing-invitations',
  'move-source',
  'reserved-tag-keys',
  'reserved-roles',
  'waiting-period',
  'delegate-limit',
  'own-effective-policy',
  'effect-refusals',
  'available-types',
  'children-by-kind',
  'strict-trust',
] as const

/** The name of how vendors do what they offer, where some do it otherwise: no operation is for it alone. */
export type MannerFeature = (typeof names)[number]

interface Manner {
  readonly title: string
  readonly verbs: readonly []
}

const manner = (title: string): Manner => ({ title, verbs: [] })

/** What each is called. */
export const mannerFeatures: Readonly<Record<MannerFeature, Manner>> = {
  signatures: manner('Requests are signed, and signatures are checked'),
  'feature-sets': manner('Organizations are founded with some features or with all'),
  'join-methods': manner('Accounts say how they joined'),
  'page-tokens': manner('Lists hand out tokens for their further pages'),
  'unit-pages': manner('Lists of units have pages'),
  'email-invitations': manner('Accounts are invited by their e-mail address'),
  'invitation-filters': manner('Lists of invitations are filtered'),
  'counted-invitations': manner('Open invitations count as accounts'),
  'vanishing-invitations': manner('Invitations that have ended vanish after some days'),
  'move-source': manner('Moves name where the account stands'),
  'reserved-tag-keys': manner('Some tag keys are reserved for the vendor'),
  'reserved-roles': manner('Some role names are reserved for the vendor'),
  'waiting-period': manner('Created accounts wait before they go'),
  'delegate-limit': manner('A service has a limited number of delegated administrators'),
  'own-effective-policy': manner('An account reads its own effective policy without naming itself'),
  'effect-refusals': manner('Where no policy is in effect asking for it is refused'),
  'available-types': manner('The organization names the policy types that it can use'),
  'children-by-kind': manner('Children are asked for by their kind, and tell it'),
  'strict-trust': manner('Trust that changes nothing, or that is needed, is refused'),
}
