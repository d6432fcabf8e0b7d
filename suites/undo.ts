import { isDeepStrictEqual } from 'node:util'

import type { Actor } from './actor.ts'
import type { Outcome } from './outcome.ts'
import { Unmet } from './unmet.ts'
import type { Args, Result, Verb } from '../specs/vocabulary.ts'

/** A write of this case that can be taken back, and how. */
export interface Undo {
  readonly verb: Verb
  readonly args: unknown
  readonly account: string
  readonly run: () => Promise<Outcome<unknown>>
}

type Inverse<V extends Verb> = (
  actor: Actor,
  owner: Actor,
  done: { readonly args: Args<V>; readonly value: Result<V> },
) => (() => Promise<Outcome<unknown>>) | undefined

/** How each write is taken back; `undefined` where nothing is left behind. */
const inverses: { readonly [V in Verb]?: Inverse<V> } = {
  createUnit:
    (actor, _, { value }) =>
    () =>
      actor.deleteUnit({ unit: value.id }),
  createPolicy:
    (actor, _, { value }) =>
    () =>
      actor.deletePolicy({ policy: value.id }),
  attach:
    (actor, _, { args }) =>
    () =>
      actor.detach(args),
  detach:
    (actor, _, { args }) =>
    () =>
      actor.attach(args),
  enableType:
    (actor, _, { args }) =>
    () =>
      actor.disableType(args),
  move: (actor, _, { args: { account, from, to } }) =>
    from === undefined ? undefined : () => actor.move({ account, from: to, to: from }),
  invite:
    (actor, _, { value }) =>
    () =>
      actor.cancel({ invitation: value.id }),
  accept: (actor, owner) => () => owner.remove({ account: actor.id }),
  putResourcePolicy: (actor) => () => actor.deleteResourcePolicy(),
  trust:
    (actor, _, { args }) =>
    () =>
      actor.distrust(args),
  delegate:
    (actor, _, { args }) =>
    () =>
      actor.undelegate(args),
  tag:
    (actor, _, { args }) =>
    () =>
      actor.untag({ resource: args.resource, keys: args.tags.map(({ key }) => key) }),
  renameUnit: () => undefined,
  updatePolicy: () => undefined,
  deleteUnit: () => undefined,
  deletePolicy: () => undefined,
  decline: () => undefined,
  cancel: () => undefined,
  untag: () => undefined,
  tagKind:
    (actor, _, { args }) =>
    () =>
      actor.untagKind(args),
  untagKind: () => undefined,
}

/** Writes that may only take back what this case did itself: the verb that did it. */
const takesBack: Readonly<Partial<Record<Verb, Verb>>> = {
  disableType: 'enableType',
  deleteResourcePolicy: 'putResourcePolicy',
  distrust: 'trust',
  undelegate: 'delegate',
  remove: 'accept',
  leave: 'accept',
}

/** Writes that nothing takes back: they change the organization itself, or make or close accounts. */
const irreversible: ReadonlySet<Verb> = new Set<Verb>([
  'found',
  'dissolve',
  'expand',
  'createAccount',
  'createSovereignAccount',
  'close',
  'annotate',
  'revokeEndpoints',
])

/** Those of them that must be about the very same thing as what they take back. */
const sameThing: ReadonlySet<Verb> = new Set<Verb>(['disableType', 'distrust', 'undelegate'])

/** Throws `Unmet` when a write could not be taken back in an organization that is not ours. */
export function ensureReversible(verb: Verb, args: unknown, done: readonly Undo[]): void {
  const needed = takesBack[verb]
  const own = done
    .filter((undo) => undo.verb === needed)
    .some((undo) => !sameThing.has(verb) || isDeepStrictEqual(undo.args, args))
  const denied = irreversible.has(verb) || (needed !== undefined && !own)
  if (denied)
    throw new Unmet('DANGER_DENIED', `${verb} can not be taken back in a given organization`)
}

/** How a write that was done is taken back; undefined for reads and for what leaves nothing behind. */
export function undoOf<V extends Verb>(
  said: { readonly verb: V; readonly args: Args<V>; readonly actor: Actor; readonly owner: Actor },
  value: Result<V>,
): Undo | undefined {
  const inverse = inverses[said.verb]
  const run = inverse?.(said.actor, said.owner, { args: said.args, value })
  if (run === undefined) return undefined
  return { verb: said.verb, args: said.args, account: said.actor.id, run }
}
