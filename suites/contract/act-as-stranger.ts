import type { RequestTemplate, Resource } from '../../specs/vendor/request-template.ts'
import type { Actor } from '../actors/actor.ts'
import { listAll } from '../actors/list-all.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import type { ResourceFactory } from './created-resource.ts'
import type { Stranger } from './strangers.ts'

type FindStranger = (factory: ResourceFactory, template: RequestTemplate) => Promise<Actor>

/** Who acts as each stranger; throws `PrerequisiteMissing` where nobody can. */
const finders: Readonly<Record<Stranger, FindStranger>> = {
  outsider: ({ context }) => context.actors.standalone(),
  invitee: async (factory, { resources }) =>
    resources.includes('invitationSent') ? guestOf(factory) : invited(factory),
  member: (factory, template) => otherMember(factory, template),
  'delegated-administrator': (factory) => delegate(factory),
  management: ({ owner }) => owner(),
  'another-organization': async ({ context }) => {
    ensureWritable(context.target.readOnly, 'another organization')
    return context.actors.otherOwner()
  },
}

/** The account that acts as a stranger to an operation. Throws `PrerequisiteMissing` where there is none. */
export function actAsStranger(
  factory: ResourceFactory,
  template: RequestTemplate,
  who: Stranger,
): Promise<Actor> {
  return finders[who](factory, template)
}

const ensureWritable = (readOnly: boolean, what: string): void => {
  if (readOnly) throw new PrerequisiteMissing('NO_PRINCIPAL', `read-only mode makes no ${what}`)
}

const isFree = ({ context: { target } }: ResourceFactory): boolean => target.accounts.mode === 'any'

const guestOf = async ({ use }: ResourceFactory): Promise<Actor> => {
  const { actor } = await use('invitationSent')
  return actor ?? nobody('account that is invited')
}

const invited = async ({ context, owner }: ResourceFactory): Promise<Actor> => {
  ensureWritable(context.target.readOnly, 'invitation')
  return context.actors.recipient(await owner())
}

const memberKinds: readonly Resource[] = ['member', 'housedMember', 'invitedMember']

/** A member that the request is not about; where members are given, it may be the one that it is about. */
const otherMember = async (
  factory: ResourceFactory,
  { resources }: RequestTemplate,
): Promise<Actor> => {
  const { context, owner, use } = factory
  if (isFree(factory)) {
    ensureWritable(context.target.readOnly, 'member')
    return context.actors.member(await owner())
  }
  const kind = memberKinds.find((one) => resources.includes(one))
  const used = kind === undefined ? undefined : (await use(kind)).actor
  return used ?? context.actors.member(await owner())
}

/** The delegated administrator that the target names, else a member that administers a service which no request is about. */
const delegate = async ({ context, owner }: ResourceFactory): Promise<Actor> => {
  const manager = await owner()
  const standing = await context.actors.standingDelegate(manager)
  if (standing !== undefined) return standing
  ensureWritable(context.target.readOnly, 'delegated administrator')
  const member = await context.actors.member(manager)
  const [, service] = context.vendor.profile.services
  const trusted = given(await listAll(manager, 'listTrustedServices', {}))
  if (!trusted.some((one) => one.service === service))
    given(await manager.enableServiceAccess({ service }))
  given(await manager.registerDelegate({ account: member.id, service }))
  return member
}

const nobody = (who: string): never => {
  throw new PrerequisiteMissing('NO_PRINCIPAL', `the target names no ${who}`)
}
