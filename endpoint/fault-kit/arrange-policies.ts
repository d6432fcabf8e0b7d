import type { Came, Visit } from '../look.ts'
import { founded } from './arrange.ts'

/** A document that the vendor accepts as a policy of a type, or another one. */
export function policyContent({ vendor }: Visit, type: 'control' | 'tag', nth: 0 | 1 = 0): string {
  return vendor.profile.policyContents[type]?.[nth] ?? ''
}

/** A new policy of a type. */
export async function policyNamed(
  visit: Visit,
  name: string,
  type: 'control' | 'tag' = 'control',
): Promise<string> {
  const content = policyContent(visit, type)
  return (await visit.boss.createPolicy({ name, type, description: 'd', content })).result.id
}

/** The vendor's own policy, which is attached everywhere. */
export function builtinPolicy({ vendor }: Visit): string {
  return vendor.profile.builtinPolicy?.id ?? ''
}

/** The boss attaches one policy more to the root than a target may have; what came of the last. */
export async function attachedBeyondLimit(visit: Visit): Promise<Came | undefined> {
  const target = await founded(visit)
  const most = visit.vendor.profile.limits.controlPoliciesPerTarget?.value ?? 0
  let came: Came | undefined
  // the vendor's own policy is attached already
  for (let count = 0; count < most; count += 1) {
    const policy = await policyNamed(visit, `policy-${count}`)
    ;({ came } = await visit.boss.attachPolicy({ policy, target }))
  }
  return came
}

/** The boss puts a resource policy; its content. */
export async function resourcePolicyPut(visit: Visit): Promise<string> {
  const { boss, vendor } = visit
  await founded(visit)
  const content = (vendor.profile.resourcePolicyContent ?? '').replaceAll('{account}', boss.id)
  await boss.putResourcePolicy({ content })
  return content
}
