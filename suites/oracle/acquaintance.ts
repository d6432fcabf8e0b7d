import { isObject, scalarsIn, type Json } from '../../specs/contract/json.ts'
import type { HeardCall } from './heard-call.ts'
import type { Names } from './names.ts'

/** Which things a play knows: what somebody in it made or named, and what stood before and showed up in an answer. */
export interface Acquaintance {
  readonly isMet: (id: string) => boolean
  readonly met: () => ReadonlySet<string>
  /**
   * Meets what a call names. True where that is something that stood before: whose it is nobody knows, nor what becomes of
   * the call; what its answer shows stood before, too.
   */
  readonly namesStranger: (heard: HeardCall, names: Names) => boolean
  /** hears of things that nobody met */
  readonly show: (strangers: Iterable<string>) => void
  /** whether it stood before, and nobody knows more of it */
  readonly isStranger: (id: string) => boolean
  /** meets what stood before: it is known from now on where it is */
  readonly meet: (id: string) => void
}

/** What others know of whatever stood before. */
export interface Elsewhere {
  /** the ids that a target names itself */
  readonly named: readonly string[]
  /** whether an answer that the play did not hear showed it */
  readonly isShown: (id: string) => boolean
  /** whether it is an account that is known to be in no organization */
  readonly isFree: (id: string) => boolean
}

const nothing: Elsewhere = { named: [], isShown: () => false, isFree: () => false }

/** Some ids are known without being met. */
export function openAcquaintance(
  known: readonly string[],
  { named, isShown, isFree }: Elsewhere = nothing,
): Acquaintance {
  const met = new Set(known)
  const strangers = new Set(named)
  const isStranger = (id: string): boolean =>
    (strangers.has(id) && !isFree(id)) || (!met.has(id) && !isFree(id) && isShown(id))
  const show = (ids: Iterable<string>): void => {
    for (const id of ids) if (!met.has(id)) strangers.add(id)
  }
  return {
    isMet: (id) => met.has(id),
    met: () => met,
    show,
    isStranger,
    meet: (id) => {
      strangers.delete(id)
      met.add(id)
    },
    namesStranger: ({ account, input, interaction: { reply } }, names) => {
      const all = [account, ...scalarsIn(input)].flatMap(namesIn)
      const isStrange = all.some((id) => isStranger(id) && names.model(id) === undefined)
      if (isStrange && reply.kind === 'output') show(idsIn(reply.output))
      if (!isStrange) for (const id of all) met.add(id)
      return isStrange
    },
  }
}

/** Whether a member of an entry is what the entry is called by, in whatever vendor's words. */
export function isIdMember(name: string): boolean {
  return /^(?:[a-z]+_?)?(?:id|uin)$/iu.test(name)
}

/** A text as it stands, and the names in it where it is a resource name or a path. */
const namesIn = (text: string): readonly string[] =>
  /[:/]/u.test(text) ? [text, ...text.split(/[:/]/u)] : [text]

/** The texts and numbers in members that are called an id of something. */
export function idsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, held]) =>
    isNamed(held) && /(?:id|uin)s?$/iu.test(name) ? [String(held)] : idsIn(held),
  )
}

const isNamed = (held: Json): held is string | number =>
  typeof held === 'string' || typeof held === 'number'
