import type { Page, TrustedService } from '../vocabulary/nouns.ts'
import type { Args, Nothing } from '../vocabulary/verbs.ts'
import { done, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { withEntry, withoutKeys } from './entries.ts'
import { listed } from './paging.ts'

/** Why a service can not be named: the vendor does not have it. */
export function serviceFlaw({ rules }: Inside, service: string): Refused | undefined {
  return rules.services.includes(service)
    ? undefined
    : refused('serviceUnknown', `service: ${service} can not work with organizations`)
}

/** Lets a service work in the organization; twice changes nothing, or is refused. */
export function enableServiceAccess(
  situation: Inside,
  args: Args<'enableServiceAccess'>,
): Decision<Nothing> {
  const { organization, rules, now } = situation
  const flaw = serviceFlaw(situation, args.service)
  if (flaw) return flaw
  if (organization.services.has(args.service)) {
    return rules.strictTrust
      ? refused('serviceAlreadyTrusted', `service: ${args.service} is trusted already`)
      : done({})
  }
  const services = withEntry(organization.services, args.service, now)
  return done({}, { organizations: [{ ...organization, services }] })
}

/** Ends a service's access; its delegated administrators stay, or must go first. */
export function disableServiceAccess(
  situation: Inside,
  args: Args<'disableServiceAccess'>,
): Decision<Nothing> {
  const { organization } = situation
  const flaw = serviceFlaw(situation, args.service) ?? looseFlaw(situation, args.service)
  if (flaw) return flaw
  const services = withoutKeys(organization.services, args.service)
  return done({}, { organizations: [{ ...organization, services }] })
}

const looseFlaw = ({ organization, rules }: Inside, service: string): Refused | undefined => {
  if (!rules.strictTrust) return undefined
  if (!organization.services.has(service))
    return refused('serviceNotTrusted', `service: ${service} is not trusted`)
  return organization.delegations.some((delegation) => delegation.service === service)
    ? refused('serviceDelegated', `service: ${service} has a delegated administrator`)
    : undefined
}

/** The trusted services and since when. */
export function listTrustedServices(situation: Inside): Decision<Page<TrustedService>> {
  return listed(situation, {
    entries: [...situation.organization.services],
    keyOf: ([service]) => service,
    show: ([service, since]) => ({ service, since }),
  })
}
