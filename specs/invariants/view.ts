import type { MemberRecord, OrganizationRecord } from '../model/world.ts'
import type { Args, Verb } from '../vocabulary/verbs.ts'
import type { Moment } from './invariant.ts'

/** Members that have to be shown so; whatever else is shown does not count. */
export type Shown = Readonly<Record<string, unknown>>

/** What a reader has to be shown, by the records: one thing, or the entries of a list in their order. */
export type View = {
  readonly [V in Verb]: {
    readonly caller: string
    readonly verb: V
    readonly args: Args<V>
    readonly shown: Shown | readonly Shown[]
  }
}[Verb]

/** An organization, and the world around it. */
export interface Seen extends Moment {
  readonly organization: OrganizationRecord
}

/** The members that are no longer being created. */
export function presentIn({ organization, now }: Seen): readonly MemberRecord[] {
  return [...organization.members.values()].filter(({ joinedAt }) => joinedAt <= now)
}
