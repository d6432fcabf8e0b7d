import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Creation, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { anyActor } from '../actors/any-actor.ts'
import type { Fresh } from '../actors/fresh.ts'
import { settledCreation } from '../actors/membership.ts'
import type { Waiting } from '../actors/waiting.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { MoveTime } from '../client/moved-time.ts'
import type { Target } from '../client/target.ts'
import { follow, type Following } from '../oracle/follow.ts'
import { modelOf } from '../oracle/model-of.ts'
import type { Outcome } from '../verdict/outcome.ts'
import { openNames, type Names } from './names.ts'
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
  readonly moveTime?: MoveTime
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
  const { vendor, target, fresh, heard } = parts
  if (target.accounts.mode !== 'any') throw new Error('a script needs accounts of its own')
  const following = follow(parts.client, modelOf(parts))
  const act = anyActor(target.accounts, { client: following.client, heard })
  const known = roles.map((role) => [role, fresh.account()] as const)
  const names = openNames(vendor.profile, new Map([...known, ['address made', fresh.email()]]))
  const acting = { parts, names, actor: (role: Role) => act(names.meaning(role)) }
  return { say: (step) => sayStep(step, acting), following }
}

interface Acting {
  readonly parts: StageParts
  readonly names: Names
  readonly actor: (role: Role) => Actor
}

const sayStep = async (step: Step, acting: Acting): Promise<Outcome<unknown>> => {
  const { names, actor } = acting
  for (const symbol of symbolsIn(step.args)) await findRoot(symbol, acting)
  const args = replacedIn(step.args, names.meaning)
  const outcome = await perform(actor(step.by), step.verb, args)
  if (outcome.kind === 'done') {
    names.moved(step)
    await nameMade(step, outcome.value, acting)
  }
  return outcome
}

const perform = (actor: Actor, verb: Verb, args: unknown): Promise<Outcome<unknown>> => {
  const say = actor[verb] as (args: unknown) => Promise<Outcome<unknown>>
  return say(args)
}

/** Asks for the root that a symbol names, once there is one. */
const findRoot = async (symbol: string, { names, actor }: Acting): Promise<void> => {
  const [root, role] = rootIn(symbol)
  if (root === undefined || names.has(root)) return
  const outcome = await actor(role).listRoots({})
  const [found] = outcome.kind === 'done' ? outcome.value.items : []
  if (found !== undefined) names.bind(root, found.id)
}

/** The root that has to be known for a symbol, and who sees it. */
const rootIn = (symbol: string): readonly [root: string | undefined, who: Role] => {
  if (symbol === 'root of other') return [symbol, 'other']
  return [symbol === 'root' || symbol.startsWith('place ') ? 'root' : undefined, 'owner']
}

/** What a step made is called as the step says; an account is made once its creation has ended. */
const nameMade = async (
  { verb, by, calls }: Step,
  value: unknown,
  { parts, names, actor }: Acting,
): Promise<void> => {
  if (calls === undefined) return
  const made = value as { readonly id: string }
  const id =
    verb === 'createAccount'
      ? (await settledCreation(actor(by), value as Creation, parts)).account
      : made.id
  if (id !== undefined) names.bind(calls, id)
}
