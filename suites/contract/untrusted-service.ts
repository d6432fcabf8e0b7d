import type { Actor } from '../actors/actor.ts'
import { listAll } from '../actors/list-all.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { CreateResource } from './created-resource.ts'

/** A service that an organization does not trust yet, since what stands is not switched on twice; the first one where it trusts all. */
export async function untrustedService(
  { vendor }: Pick<CaseContext, 'vendor'>,
  owner: Actor,
): Promise<string> {
  const { services } = vendor.profile
  const listed = await listAll(owner, 'listTrustedServices', {})
  const trusted = listed.kind === 'done' ? listed.value.map(({ service }) => service) : []
  return services.find((service) => !trusted.includes(service)) ?? services[0]
}

/** Such a service as a resource: there is nothing to be made. */
export const serviceFound: CreateResource = async ({ context, owner }) => ({
  fields: { service: await untrustedService(context, await owner()) },
})
