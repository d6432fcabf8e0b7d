import { once, onceEach } from '../../specs/contract/once.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import { createOwnPolicy } from './create-policy.ts'
import { creators, textOf } from './create-resource.ts'
import type { ResourceFactory } from './created-resource.ts'

/** Something that is there, or was, and that no request of an organization can name. */
export interface OtherThing {
  /** of another organization, deleted, or in no organization at all */
  readonly how: 'foreign' | 'deleted' | 'outside'
  /** what it is: a noun of `Profile.unknown` */
  readonly noun: string
}

/** Makes something, and answers its id. */
type Make = (factory: ResourceFactory) => Promise<string>

/** What another organization has. */
const owned: Readonly<Record<string, Make>> = {
  organization: idOf('organization'),
  root: idOf('root'),
  unit: idOf('unit'),
  account: idOf('member'),
  policy: idOf('policy'),
  creation: idOf('creation'),
}

/** What can be there for a moment. */
const passing: Readonly<Record<string, Make>> = {
  unit: async (factory) => {
    const manager = await factory.owner()
    const { id: parent } = await factory.context.actors.workspace(manager)
    const name = factory.context.fresh.name('gone')
    const { id } = given(await manager.createUnit({ parent, name }))
    given(await manager.deleteUnit({ unit: id }))
    return id
  },
  policy: async ({ context, owner }) => {
    const manager = await owner()
    const { id } = (await createOwnPolicy(context, manager, 'control')).fields
    given(await manager.deletePolicy({ policy: id }))
    return id
  },
}

const makers: Readonly<Record<OtherThing['how'], Readonly<Record<string, Make>>>> = {
  foreign: owned,
  deleted: passing,
  outside: { account: idOf('standalone') },
}

/** The other things of a kind that can be made. */
export function otherThingsOf(noun: string): readonly OtherThing[] {
  return (['foreign', 'deleted', 'outside'] as const)
    .filter((how) => makers[how][noun] !== undefined)
    .map((how) => ({ how, noun }))
}

/** Makes other things, each once; answers their ids. Throws `PrerequisiteMissing` where they can not be had. */
export function otherThings(own: ResourceFactory): (thing: OtherThing) => Promise<string> {
  const foreign = foreignFactory(own)
  const made = onceEach(async (key: string) => {
    const [how = '', noun = ''] = key.split(' ')
    const make = makers[how as OtherThing['how']][noun]
    if (make === undefined) throw new Error(`nobody makes a ${key}`)
    return make(how === 'foreign' ? foreign : own)
  })
  return ({ how, noun }) => {
    if (own.context.target.readOnly)
      throw new PrerequisiteMissing('DANGER_DENIED', 'read-only mode makes nothing')
    return made(`${how} ${noun}`)
  }
}

/** The same case in an organization of another owner, which comes about when it is first needed. */
const foreignFactory = ({ context }: ResourceFactory): ResourceFactory => {
  const factory: ResourceFactory = {
    context,
    owner: once(() => context.actors.otherOwner()),
    use: (resource) => creators[resource](factory),
  }
  return factory
}

function idOf(resource: Parameters<ResourceFactory['use']>[0]): Make {
  return async ({ use }) => textOf(await use(resource), 'id')
}
