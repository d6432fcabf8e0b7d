import { ingredients, type Ingredient, type Setting } from '../../specs/vendor/request-template.ts'
import type { Actor } from '../actors/actor.ts'
import type { Stage } from '../case/case-context.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
import { finders } from './find-resource.ts'
import { makers } from './create-resource.ts'

/** A text, or how to read it from the endpoint when somebody needs it. */
export type Field = string | (() => Promise<string>)

/** Something that exists now: its fields (table `ingredients`), and who it is if it can act. */
export interface Made {
  readonly fields: Readonly<Record<string, Field>>
  readonly actor?: Actor
}

/** How an ingredient comes about. */
export type Maker = (workshop: Workshop) => Promise<Made>

/** What makers work with. */
export interface Workshop {
  readonly stage: Stage
  /** the management account; founds the organization at the first call */
  readonly owner: () => Promise<Actor>
  readonly use: (ingredient: Ingredient) => Promise<Made>
}

/** What exists for one request, made when it is first needed. */
export interface World {
  /** makes everything that the setting asks for; answers who calls */
  readonly caller: () => Promise<Actor>
  /** who can look at what the caller could change */
  readonly observer: () => Promise<Actor>
  readonly field: (ingredient: string, field: string) => Promise<string>
}

/** What a world may be like. */
export interface WorldOptions {
  /** in an organization of its own, where that costs nothing */
  readonly fresh: boolean
  /** where nothing may be made, only what an input names must be found */
  readonly sparse: boolean
}

/** A world for a setting. */
export function openWorld(stage: Stage, setting: Setting, { fresh, sparse }: WorldOptions): World {
  const table = stage.target.readOnly ? finders : makers
  const made = new Map<Ingredient, Promise<Made>>()
  const workshop: Workshop = {
    stage,
    owner: once(() => ownerFor(stage, setting, fresh)),
    use: (ingredient) => {
      const known = made.get(ingredient) ?? table[ingredient](workshop)
      made.set(ingredient, known)
      return known
    },
  }
  const caller = once(async () => {
    const { readOnly } = stage.target
    for (const ingredient of readOnly && sparse ? [] : setting.world) await workshop.use(ingredient)
    return readOnly ? workshop.owner() : callerOf(workshop, setting)
  })
  return {
    caller,
    observer: async () => (founds(setting) ? workshop.owner() : caller()),
    field: async (name, field) => {
      if (name === 'fresh') return freshValue(stage, field)
      if (!(name in ingredients)) throw new Error(`a setting binds to an unknown ${name}`)
      const value = (await workshop.use(name as Ingredient)).fields[field]
      if (value === undefined) throw new Error(`${name} has no field ${field}`)
      return typeof value === 'string' ? value : value()
    },
  }
}

/** Whether the world of a setting has an organization at all. */
const founds = ({ caller, world }: Setting): boolean =>
  caller !== 'standalone' || world.some((ingredient) => ingredient !== 'standalone')

const ownerFor = (stage: Stage, setting: Setting, fresh: boolean): Promise<Actor> => {
  const { cast, target } = stage
  const billing = setting.world.includes('billingOrganization')
  if (billing && !target.readOnly) return cast.billingOwner()
  return fresh && target.accounts.mode === 'any' && !target.readOnly
    ? cast.otherOwner()
    : cast.owner()
}

const callerOf = async (workshop: Workshop, { caller, world }: Setting): Promise<Actor> => {
  if (caller === 'management') return workshop.owner()
  const member = world.includes('invitedMember') ? 'invitedMember' : 'member'
  const source = { member, standalone: 'standalone', recipient: 'invitationSent' } as const
  const { actor } = await workshop.use(source[caller])
  if (actor === undefined) throw new Unmet('NO_PRINCIPAL', `nobody can act as the ${caller}`)
  return actor
}

const freshValue = (stage: Stage, field: string): string => {
  if (field === 'email') return stage.fresh.email()
  return stage.fresh.name('orgproof')
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
