import type { OrganizationRecord } from '../../specs/model/world.ts'
import type { Visit } from '../look.ts'
import { decideIn, saying, type Alter } from './alter-decide.ts'
import { policyContent } from './arrange-policies.ts'
import { founded, joined, minute, unitIn } from './arrange.ts'
import { organizationOf, seeing } from './doctored-world.ts'

/** Computes effective policies of an organization that it sees otherwise. */
export function effectingIn(
  instead: (organization: OrganizationRecord, target: string) => OrganizationRecord,
): Alter {
  return saying('getEffectivePolicy', (moment) => {
    const organization = organizationOf(moment)
    if (organization === undefined) return decideIn(moment, moment.world)
    const target = moment.args.target ?? moment.command.caller
    return decideIn(moment, seeing(moment.world, instead(organization, target)))
  })
}

/** Computes effective policies of documents that it reads otherwise. */
export function readingContents(instead: (content: string) => string): Alter {
  return effectingIn((organization) => ({
    ...organization,
    policies: new Map(
      [...organization.policies].map(([id, policy]) => [
        id,
        { ...policy, content: instead(policy.content) },
      ]),
    ),
  }))
}

/** Computes effective policies of what is attached to some places alone. */
export function attachedWhere(
  counts: (organization: OrganizationRecord, place: string, target: string) => boolean,
): Alter {
  return effectingIn((organization, target) => ({
    ...organization,
    attachments: new Map(
      [...organization.attachments].filter(([place]) => counts(organization, place, target)),
    ),
  }))
}

/** An account in a unit of a unit, in an organization that has tag policies; each place by what it is. */
export interface Line {
  readonly root: string
  readonly outer: string
  readonly inner: string
  readonly account: string
}

/** The guest in a unit of a unit of an organization with tag policies. */
export async function lined(visit: Visit): Promise<Line> {
  const { boss } = visit
  const root = await founded(visit)
  await boss.enablePolicyType({ root, type: 'tag' })
  visit.wait(minute)
  const outer = await unitIn(visit, root, 'Outer')
  const inner = await unitIn(visit, outer, 'Inner')
  const account = await joined(visit)
  await boss.moveAccount({ account, from: root, to: inner })
  return { root, outer, inner, account }
}

/** A tag policy is written and attached to a target; its id. */
export async function tagPolicyOn(
  visit: Visit,
  target: string,
  content: string = policyContent(visit, 'tag'),
): Promise<string> {
  const { boss } = visit
  const name = `on-${target}-${content.length}`
  const policy = (await boss.createPolicy({ name, type: 'tag', description: 'd', content })).result
    .id
  await boss.attachPolicy({ policy, target })
  return policy
}

/** What is in effect for an account, as text; the refusal where nothing is told. */
export async function effectOn({ boss }: Visit, target: string): Promise<string> {
  const outcome = await boss.getEffectivePolicy({ type: 'tag', target })
  return outcome.done ? outcome.result.content : outcome.came
}
