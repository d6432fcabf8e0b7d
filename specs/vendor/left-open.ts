import { isObject, type Json, type JsonObject } from '../contract/json.ts'
import type { Behaviour } from '../model/behaviour.ts'
import type { RefusalName } from '../vocabulary/refusal-name.ts'

/** What is left open because of something that is seen of the real service, or ruled. */
interface Stated {
  readonly because: string
  /** ids of observed facts, or of rules */
  readonly evidence: readonly string[]
}

/** Members of answers of which no rule says what they hold. */
export interface OpenMembers {
  readonly operations: readonly string[]
  /** names joined by dots; entries of a list have no number */
  readonly members: readonly string[]
  readonly because: string
}

/** Behaviour that the real service is seen to have where its document says otherwise, or nothing. */
export interface Reading extends Stated {
  readonly behaviour: Partial<Behaviour>
}

/** Entries of lists that say as much as no entry. */
export interface VoidEntries extends Stated {
  /** whether they are there where the rules have none, or are not there where the rules have them */
  readonly are: 'told' | 'untold'
  /** the lists: names joined by dots */
  readonly members: readonly string[]
  /** what such an entry holds */
  readonly holding: JsonObject
}

/** A value that the real service is seen to tell for a while where the rules have another one. */
export interface PassingValue extends Stated {
  /** names joined by dots */
  readonly members: readonly string[]
  /** what the rules have */
  readonly ruled: string
  readonly told: string
}

/** Members that the real service is seen to leave out, or its clients to do without. */
export interface UntoldMembers extends Stated {
  /** names joined by dots */
  readonly members: readonly string[]
}

/** A refusal that the real service is seen to give where the rules have another one. */
export interface OtherRefusal extends Stated {
  /** what the rules have */
  readonly ruled: RefusalName
  readonly told: RefusalName
}

/** The beginning of ids that the real service is seen to leave out. */
export interface OpenPrefix extends Stated {
  readonly prefix: string
}

/** left-open.json of a vendor: what its rules leave open of the answers of its operations, and why. */
export interface LeftOpen {
  readonly members: readonly OpenMembers[]
  readonly readings: readonly Reading[]
  readonly prefixes?: readonly OpenPrefix[]
  readonly voids?: readonly VoidEntries[]
  readonly passing?: readonly PassingValue[]
  readonly untold?: readonly UntoldMembers[]
  readonly refusals?: readonly OtherRefusal[]
  /**
   * members that tell which entry of a list it is, names joined by dots: where one is wrong the list lacks that entry, and
   * of the list that is found
   */
  readonly names?: readonly string[]
}

/** Why a member of an answer is left open; undefined where the rules say what it holds. */
export function whyOpenMember(
  { members }: LeftOpen,
  operation: string,
  member: string,
): string | undefined {
  const row = members.find(
    (one) => one.operations.includes(operation) && one.members.includes(member),
  )
  return row?.because
}

/** Whether a member tells which entry of a list it is: it can not be wrong where the list is right. */
export function tellsEntry({ names = [] }: LeftOpen, member: string): boolean {
  return names.includes(member)
}

/** Whether an entry of a list says as much as no entry, where it is told and ruled by nobody, or the other way round. */
export function isVoidEntry(
  { voids = [] }: LeftOpen,
  list: string,
  { entry, are }: { readonly entry: Json; readonly are: VoidEntries['are'] },
): boolean {
  return voids.some(
    ({ members, holding, are: row }) =>
      row === are &&
      members.includes(list) &&
      isObject(entry) &&
      Object.entries(holding).every(([name, value]) => entry[name] === value),
  )
}

/** Whether a value may be told for a while where the rules have another one. */
export function isPassingValue(
  { passing = [] }: LeftOpen,
  member: string,
  { ruled, told }: { readonly ruled: Json; readonly told: Json },
): boolean {
  return passing.some(
    (one) => one.members.includes(member) && one.ruled === ruled && one.told === told,
  )
}

/** Whether a member may be left out of an answer. */
export function mayBeUntold({ untold = [] }: LeftOpen, member: string): boolean {
  return untold.some(({ members }) => members.includes(member))
}

/** A refusal of the rules, and those that may be given in its place. */
export function refusalsFor(
  { refusals = [] }: LeftOpen,
  ruled: RefusalName,
): readonly RefusalName[] {
  return [ruled, ...refusals.filter((one) => one.ruled === ruled).map(({ told }) => told)]
}
