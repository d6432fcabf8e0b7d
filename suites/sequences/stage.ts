import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Creation, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { anyActor } from '../actors/any-actor.ts'
import type { Fresh } from '../actors/fresh.ts'
import { settledCreation } from '../actors/membership.ts'
import type { Waiting } from '../actors/waiting.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Target } from '../client/target.ts'
import { follow, type Following } from '../oracle/follow.ts'
import { modelOf } from '../oracle/model-of.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { replacedIn, roles, symbolsIn, type Role } from './saying.ts'
import type { Step } from './script.ts'

/** What a stage is made of. */
export interface StageParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly client: Client
  readonly fresh: Fresh
  readonly waiting: Waiting
  readonly now: () => number
  readonly seed: number
  readonly heard: (interaction: Interaction) => void
}

/** Where one script is played: accounts that nobody used before, a model that knows nothing yet, and what names stand for. */
export interface Stage {
  /** Says a step as it stands now, and learns what it made. Throws what the actors throw. */
  readonly say: (step: Step) => Promise<Outcome<unknown>>
  readonly following: Pick<Following, 'observations' | 'disorder' | 'isLost'>
}

/** Opens a stage. Throws where not every account may call. */
export function openStage(parts: StageParts): Stage {
  const { target, fresh, heard } = parts
  if (target.accounts.mode !== 'any') throw new Error('a script needs accounts of its own')
  const following = follow(parts.client, modelOf(parts))
  const act = anyActor(target.accounts, { client: following.client, heard })
  const accounts = new Map(roles.map((role) => [role, fresh.account()] as const))
  const names = openNames(parts, accounts)
  const actors = (role: Role): Actor =>
    act(names.known(role) ?? accounts.get(role) ?? fresh.account())
  const say = async (step: Step): Promise<Outcome<unknown>> => {
    for (const root of symbolsIn(step.args).filter(isRoot)) await names.findRoot(root, actors)
    const args = replacedIn(step.args, names.meaning)
    const outcome = await perform(actors(step.by), step.verb, args)
    if (outcome.kind === 'done') await names.learn(step, outcome.value, actors(step.by))
    return outcome
  }
  return { say, following }
}

const perform = (actor: Actor, verb: Verb, args: unknown): Promise<Outcome<unknown>> => {
  const said = actor as unknown as Record<Verb, (args: unknown) => Promise<Outcome<unknown>>>
  return said[verb](args)
}

const isRoot = (symbol: string): boolean =>
  symbol === 'root' || symbol.startsWith('place ') || symbol === 'root of other'

/** What symbols stand for. */
interface StageNames {
  readonly known: (name: string) => string | undefined
  readonly meaning: (symbol: string) => string
  /** asks for the root of an organization, once it has one */
  readonly findRoot: (symbol: string, actors: (role: Role) => Actor) => Promise<void>
  readonly learn: (step: Step, value: unknown, actor: Actor) => Promise<void>
}

const openNames = (
  { vendor, fresh, waiting }: StageParts,
  accounts: ReadonlyMap<Role, string>,
): StageNames => {
  const ids = new Map<string, string>()
  /** by account: the symbol of where it was put last */
  const places = new Map<string, string>()
  const { unknown, policyContents } = vendor.profile
  const meaning = (symbol: string): string => {
    const [kind = '', name = '', number = ''] = symbol.split(' ')
    if (kind === 'nobody') return unknown[name] ?? name
    if (kind === 'content') return policyContents[name as 'control']?.[Number(number)] ?? '{}'
    if (kind === 'place') return meaning(places.get(name) ?? 'root')
    const id = ids.get(symbol) ?? accounts.get(symbol as Role)
    if (id !== undefined) return id
    if (kind === 'address') return known(ids, symbol, fresh.email)
    return unknown[kind] ?? 'nobody'
  }
  return {
    known: (name) => ids.get(name),
    meaning,
    findRoot: async (symbol, actors) => {
      const [name, role] =
        symbol === 'root of other' ? [symbol, 'other' as const] : ['root', 'owner' as const]
      if (ids.has(name)) return
      const outcome = await actors(role).listRoots({})
      const [root] = outcome.kind === 'done' ? outcome.value.items : []
      if (root !== undefined) ids.set(name, root.id)
    },
    learn: async ({ verb, args, by, calls }, value, actor) => {
      const { account, to } = args
      if (verb === 'createOrganization') ids.delete(by === 'other' ? 'root of other' : 'root')
      if (verb === 'moveAccount') places.set(bare(account), bare(to))
      if (verb === 'moveAccountToRoot') places.delete(bare(account))
      if (verb === 'acceptInvitation') places.delete(by)
      if (verb === 'createAccount') {
        const created = await settledCreation(actor, value as Creation, { vendor, waiting })
        if (created.account !== undefined) ids.set('made', created.account)
      } else if (calls !== undefined) ids.set(calls, (value as { readonly id: string }).id)
    },
  }
}

const bare = (symbol: unknown): string => String(symbol).replace('$', '')

const known = (ids: Map<string, string>, symbol: string, make: () => string): string => {
  const id = ids.get(symbol) ?? make()
  ids.set(symbol, id)
  return id
}
