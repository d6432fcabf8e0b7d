import type { Feature } from '../../specs/vendor/feature.ts'
import { lacking } from '../../specs/vendor/features.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { Actor } from '../actors/actor.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { settle } from '../actors/settle.ts'
import { switchOn } from '../actors/switch-on.ts'
import { judgeStopped } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'
import { absence } from './absence.ts'
import type { CaseContext } from './case-context.ts'

/** How the first of a kind comes about in a new organization. */
interface First {
  /** the number that says how many there may be */
  readonly limit: LimitName
  readonly needs: readonly Feature[]
  /** throws where it does not come about */
  readonly make: (context: CaseContext, owner: Actor) => Promise<unknown>
}

const firsts: readonly First[] = [
  {
    limit: 'unitsPerOrganization',
    needs: ['units'],
    make: async ({ actors, fresh }, owner) =>
      given(
        await owner.createUnit({ parent: await actors.root(owner), name: fresh.name('first') }),
      ),
  },
  {
    limit: 'tagsPerResource',
    needs: ['tags'],
    make: async ({ actors, fresh }, owner) => {
      const tags = [{ key: fresh.name('first'), value: 'blue' }]
      given(await owner.tagResource({ resource: await actors.root(owner), tags }))
    },
  },
  {
    limit: 'policiesPerType',
    needs: ['policies'],
    make: async (context, owner) => attachFirst(context, owner, await createFirst(context, owner)),
  },
  {
    limit: 'accountsPerOrganization',
    needs: ['invitations'],
    make: async ({ actors }, owner) => {
      const { id } = await actors.standalone()
      given(await owner.inviteAccount({ target: { kind: 'account', id } }))
    },
  },
  {
    limit: 'accountsPerOrganization',
    needs: ['account-creation'],
    make: async ({ fresh }, owner) =>
      given(await owner.createAccount({ name: fresh.name('first'), email: fresh.email() })),
  },
]

const createFirst = async (context: CaseContext, owner: Actor): Promise<string> => {
  const { vendor, waiting, fresh } = context
  if (absence(context, ['policy-types']) === undefined) {
    await switchOn({ vendor, settled: (settling) => settle(settling, waiting) }, owner, 'control')
  }
  const draft = draftPolicy({ fresh, sample: vendor.profile }, 'control')
  return given(await owner.createPolicy(draft)).id
}

const attachFirst = async (context: CaseContext, owner: Actor, policy: string): Promise<void> => {
  if (absence(context, ['policy-attachment']) !== undefined) return
  given(await owner.attachPolicy({ policy, target: await context.actors.root(owner) }))
}

/**
 * Founds an organization, and makes the first of each kind whose number is known in it. Answers undefined where any
 * came about, else why none did: what else is in the way is a finding of other checks.
 */
export async function makeFirsts(
  context: CaseContext,
  isKnown: (limit: LimitName) => boolean,
): Promise<Judgement | undefined> {
  const founder = await context.actors.standalone()
  const unfounded = await attempt(async () =>
    given(await founder.createOrganization({ features: 'all' })),
  )
  if (unfounded !== undefined) return unfounded
  const stops: (Judgement | undefined)[] = []
  for (const { needs, make } of firstsOf(context, isKnown)) {
    stops.push(absence(context, needs) ?? (await attempt(() => make(context, founder))))
  }
  if (stops.includes(undefined)) return undefined
  return stops[0] ?? untestable('NO_QUOTA', 'of nothing on offer it is known how much there may be')
}

/** What the vendor does not offer at all is in nobody's way. */
const firstsOf = (
  { vendor }: CaseContext,
  isKnown: (limit: LimitName) => boolean,
): readonly First[] =>
  firsts.filter(({ limit, needs }) => isKnown(limit) && lacking(vendor, needs) === undefined)

/** Undefined where it succeeds. */
const attempt = async (make: () => Promise<unknown>): Promise<Judgement | undefined> => {
  try {
    await make()
    return undefined
  } catch (error) {
    return judgeStopped(error)
  }
}
