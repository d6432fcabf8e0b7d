import { once, onceEach } from '../../specs/contract/once.ts'
import {
  resourceFields,
  type Resource,
  type RequestTemplate,
} from '../../specs/vendor/request-template.ts'
import type { Actor } from '../actors/actor.ts'
import type { CaseContext } from '../case/case-context.ts'
import { hasFreeAccounts } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { actAsStranger } from './act-as-stranger.ts'
import { creators } from './create-resource.ts'
import type { CreatedResource, ResourceFactory } from './created-resource.ts'
import { finders } from './find-resource.ts'
import { otherThings, type OtherThing } from './other-thing.ts'
import type { Stranger } from './strangers.ts'

/**
 * A request succeeds only where what it names exists, and a faulty one must be refused for its fault alone. So whatever
 * a template names is created first, or found where nothing may be written; each thing when it is first needed.
 */
export interface Prerequisites {
  /** creates everything that the template asks for; answers who calls */
  readonly caller: () => Promise<Actor>
  /** who can look at what the caller could change */
  readonly observer: () => Promise<Actor>
  /** the management account; founds the organization where that is not done yet */
  readonly owner: () => Promise<Actor>
  /** an account that may not call; throws `PrerequisiteMissing` where nobody can act as it */
  readonly stranger: (who: Stranger) => Promise<Actor>
  readonly field: (resource: string, field: string) => Promise<string>
  /** the id of something that the request must not name; throws `PrerequisiteMissing` where there is none to be had */
  readonly other: (thing: OtherThing) => Promise<string>
}

/** Where prerequisites come from. */
export interface PrerequisiteOptions {
  /** in an organization of its own, where that costs nothing */
  readonly fresh: boolean
  /** where something may not be created, only what an input names must be there */
  readonly sparse: boolean
}

/** The prerequisites of a template; nothing is created yet. */
export function openPrerequisites(
  context: CaseContext,
  template: RequestTemplate,
  { fresh, sparse }: PrerequisiteOptions,
): Prerequisites {
  const table = context.target.readOnly ? finders : creators
  const made = new Map<Resource, Promise<CreatedResource>>()
  const factory: ResourceFactory = {
    context,
    owner: once(() => ownerFor(context, template, fresh)),
    use: (resource) => {
      const known = made.get(resource) ?? table[resource](factory)
      made.set(resource, known)
      return known
    },
  }
  const caller = once(async () => {
    const { readOnly } = context.target
    for (const resource of readOnly && sparse ? [] : template.resources) {
      await usable(sparse, () => factory.use(resource))
    }
    return readOnly ? factory.owner() : callerOf(factory, template)
  })
  return {
    caller,
    owner: factory.owner,
    stranger: onceEach((who: Stranger) => actAsStranger(factory, template, who)),
    other: otherThings(factory),
    observer: async () => (founds(template) ? factory.owner() : caller()),
    field: async (name, field) => {
      if (name === 'fresh') return freshValue(context, field)
      if (!(name in resourceFields))
        throw new Error(`a request template binds to an unknown ${name}`)
      const value = (await factory.use(name as Resource)).fields[field]
      if (value === undefined) throw new Error(`${name} has no field ${field}`)
      return typeof value === 'string' ? value : value()
    },
  }
}

/** Where a list is asked for, what may not be made need not be in it. */
const usable = async (sparse: boolean, use: () => Promise<unknown>): Promise<void> => {
  try {
    await use()
  } catch (error) {
    const isDenied = error instanceof PrerequisiteMissing && error.code === 'DANGER_DENIED'
    if (!sparse || !isDenied) throw error
  }
}

/** Whether the prerequisites of a template have an organization at all. */
export function founds({ caller, resources }: RequestTemplate): boolean {
  return caller !== 'standalone' || resources.some((resource) => resource !== 'standalone')
}

const ownerFor = (
  context: CaseContext,
  template: RequestTemplate,
  fresh: boolean,
): Promise<Actor> => {
  const { actors, target } = context
  const billing = template.resources.includes('billingOrganization')
  if (billing && !target.readOnly) return actors.billingOwner()
  return fresh && hasFreeAccounts(target) ? actors.otherOwner() : actors.owner()
}

const callerOf = async (
  factory: ResourceFactory,
  { caller, resources }: RequestTemplate,
): Promise<Actor> => {
  if (caller === 'management') return factory.owner()
  const member = resources.includes('invitedMember') ? 'invitedMember' : 'member'
  const source = { member, standalone: 'standalone', recipient: 'invitationSent' } as const
  const { actor } = await factory.use(source[caller])
  if (actor === undefined)
    throw new PrerequisiteMissing('NO_PRINCIPAL', `nobody can act as the ${caller}`)
  return actor
}

const freshValue = (context: CaseContext, field: string): string => {
  if (field === 'email') return context.fresh.email()
  return context.fresh.name('orgproof')
}
