import { answersTo } from '../specs/refusals.ts'
import type { Vendor } from '../specs/vendor.ts'
import { actorOf, whole, type Actor } from './actor.ts'
import type { Client } from './client.ts'
import type { Talk } from './talk.ts'
import type { Fresh } from './fresh.ts'
import { given, type Outcome } from './outcome.ts'
import { joinAsMember } from './membership.ts'
import type { FixedAccounts, Principal, Target } from './target.ts'
import { ensureReversible, undoOf, type Undo } from './undo.ts'
import { Unmet } from './unmet.ts'
import type { Args, Result, Verb } from '../specs/vocabulary.ts'

/** Where a case may make units: a root or a unit, and how deep that lies (a root is at 0). */
export interface Ground {
  readonly id: string
  readonly depth: number
}

/** The accounts a case can ask to act. Each call that finds nobody throws `Unmet` (NO_PRINCIPAL). */
export interface Cast {
  /** the management account of the case's organization, with all features */
  readonly owner: () => Promise<Actor>
  /** the management account of another organization */
  readonly otherOwner: () => Promise<Actor>
  /** the management account of an organization that shares only the bill */
  readonly billingOwner: () => Promise<Actor>
  /** an account that is in no organization; a new one at each call */
  readonly standalone: () => Promise<Actor>
  /** an account in the owner's organization that can act; a new one at each call where accounts are free */
  readonly member: (owner: Actor) => Promise<Actor>
  readonly root: (owner: Actor) => Promise<string>
  readonly ground: (owner: Actor) => Promise<Ground>
  /** Takes back what the case did in an organization that is not its own; says what it could not. */
  readonly restore: () => Promise<readonly string[]>
}

/** What a cast is made of. */
export interface CastParts {
  readonly vendor: Pick<Vendor, 'refusals'>
  readonly client: Client
  readonly target: Target
  readonly fresh: Fresh
  readonly pause: (milliseconds: number) => Promise<void>
  readonly heard: (talk: Talk) => void
}

/** The cast for a case: fresh accounts where any account may call, the given ones elsewhere. */
export function openCast(parts: CastParts): Cast {
  return parts.target.accounts.mode === 'fixed'
    ? fixedCast(parts, parts.target.accounts)
    : freeCast(parts)
}

const rootOf = async (owner: Actor): Promise<string> => {
  const [root] = given(await whole(owner, 'roots', {}))
  if (root === undefined) throw new Unmet('SETUP_FAILED', 'the organization lists no root')
  return root.id
}

const freeCast = (parts: CastParts): Cast => {
  const { accounts } = parts.target
  const act = (account: string): Actor => {
    const shared = accounts.mode === 'any' ? accounts : undefined
    if (shared === undefined) throw new Error('free accounts on a target with fixed ones')
    const accessKey = shared.by === 'access-key' ? account : shared.credentials.accessKey
    const principal = { account, credentials: { ...shared.credentials, accessKey } }
    return actorOf(parts.client, principal, {
      before: async () => {},
      after: () => {},
      heard: parts.heard,
    })
  }
  const found = async (features: 'all' | 'billing'): Promise<Actor> => {
    const owner = act(parts.fresh.account())
    const outcome = await owner.found({ features })
    // some endpoints give every account an organization before it asks for one
    const manager = outcome.kind !== 'done' && features === 'all' && (await manages(owner))
    if (!manager) given(outcome)
    return owner
  }
  const standing = (): Actor =>
    act((accounts.mode === 'any' ? accounts.management : undefined) ?? nobody('management account'))
  let owner: Promise<Actor> | undefined
  return {
    owner: () => (owner ??= parts.target.readOnly ? organized(standing(), parts) : found('all')),
    otherOwner: () => found('all'),
    billingOwner: () => found('billing'),
    standalone: async () => act(parts.fresh.account()),
    member: (boss) => joinAsMember(boss, act, parts),
    root: rootOf,
    ground: async (boss) => ({ id: await rootOf(boss), depth: 0 }),
    restore: async () => [],
  }
}

/**
 * An account that was named as the manager of an organization, unless the endpoint says that it is in none: then nothing
 * can be read as it, and what every read would be refused for is no finding.
 */
const organized = async (account: Actor, { vendor }: CastParts): Promise<Actor> => {
  const outcome = await account.organization()
  if (outcome.kind !== 'refused') return account
  const { code } = outcome.reply
  const fitting = answersTo(vendor.refusals, 'notInOrganization', outcome.operation) ?? []
  if (!fitting.some((answer) => answer.code === code)) return account
  throw new Unmet('NO_PRINCIPAL', `${account.id} is in no organization: ${code}`, [
    outcome.exchange,
  ])
}

const manages = async (account: Actor): Promise<boolean> => {
  const outcome = await account.organization()
  return outcome.kind === 'done' && outcome.value.management === account.id
}

const fixedCast = (parts: CastParts, accounts: FixedAccounts): Cast => {
  const done: Undo[] = []
  let restoring = false
  const act = (principal: Principal): Actor => {
    const actor = actorOf(parts.client, principal, {
      before: async (verb, args) => {
        if (restoring) return
        ensureReversible(verb, args, done)
        // there is one resource policy: what the case put itself it may replace
        const own = verb === 'putResourcePolicy' && done.some((undo) => undo.verb === verb)
        if (!own) await ensureAbsent(verb, args, owner)
      },
      after: (verb, args, outcome) => remember({ verb, args, outcome, actor }),
      heard: parts.heard,
    })
    return actor
  }
  const remember = (said: Said): void => {
    if (restoring || said.outcome.kind !== 'done') return
    const undo = undoOf({ ...said, owner }, said.outcome.value as Result<Verb>)
    if (undo !== undefined) done.push(undo)
  }
  const owner = act(accounts.management)
  const spare = [accounts.invitee, accounts.outsider].filter((who) => who !== undefined)
  const members = [accounts.member].filter((who) => who !== undefined)
  return {
    owner: async () => owner,
    otherOwner: async () => nobody('second management account'),
    billingOwner: async () =>
      nobody('management account of an organization that shares only the bill'),
    standalone: async () => act(spare.shift() ?? nobody('account that is in no organization')),
    member: async () => act(members.shift() ?? nobody('further member account')),
    root: rootOf,
    ground: async (boss) => groundIn(boss, accounts.ground ?? (await rootOf(boss))),
    restore: () => {
      restoring = true
      return takeBack(done)
    },
  }
}

const nobody = (who: string): never => {
  throw new Unmet('NO_PRINCIPAL', `the target names no ${who}`)
}

interface Said {
  readonly verb: Verb
  readonly args: Args<Verb>
  readonly outcome: Outcome<unknown>
  readonly actor: Actor
}

/** What stands already must not be overwritten, and not be taken away afterwards. */
const ensureAbsent = async (verb: Verb, args: unknown, owner: Actor): Promise<void> => {
  const standing: Partial<Record<Verb, () => Promise<boolean>>> = {
    putResourcePolicy: async () => (await owner.resourcePolicy()).kind === 'done',
    trust: async () => {
      const { service } = args as Args<'trust'>
      return given(await whole(owner, 'trusted', {})).some((entry) => entry.service === service)
    },
    tag: async () => {
      const { resource, tags } = args as Partial<Args<'tag'>>
      // a request that is broken on purpose may lack either
      if (resource === undefined || tags === undefined) return false
      if ((await owner.boldly.tags({ resource })).kind !== 'done') return false
      const there = given(await whole(owner, 'tags', { resource }))
      return tags.some(({ key }) => there.some((tag) => tag.key === key))
    },
  }
  if ((await standing[verb]?.()) === true) {
    throw new Unmet('DANGER_DENIED', `${verb} would change what stands already`)
  }
}

/** How deep a unit lies, by walking up. */
const groundIn = async (owner: Actor, id: string): Promise<Ground> => {
  const [parent] =
    id === (await rootOf(owner)) ? [] : given(await whole(owner, 'parents', { child: id }))
  if (parent === undefined) return { id, depth: 0 }
  const above = await groundIn(owner, parent.id)
  return { id, depth: above.depth + 1 }
}

/** The last thing done is taken back first. A refusal means that it is gone already. */
const takeBack = async (done: readonly Undo[]): Promise<readonly string[]> => {
  const left: string[] = []
  for (const undo of done.toReversed()) {
    const outcome = await undo.run()
    if (outcome.kind !== 'done' && outcome.kind !== 'refused') {
      left.push(`${undo.verb} ${JSON.stringify(undo.args)} by ${undo.account}`)
    }
  }
  return left
}
