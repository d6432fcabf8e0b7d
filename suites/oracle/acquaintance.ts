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
}

/** Some ids are known without being met. */
export function openAcquaintance(known: readonly string[]): Acquaintance {
  const met = new Set(known)
  const strangers = new Set<string>()
  const show = (ids: Iterable<string>): void => {
    for (const id of ids) if (!met.has(id)) strangers.add(id)
  }
  return {
    isMet: (id) => met.has(id),
    met: () => met,
    show,
    namesStranger: ({ account, input, interaction: { reply } }, names) => {
      const named = [account, ...scalarsIn(input)].flatMap(namesIn)
      const isStrange = named.some((id) => strangers.has(id) && names.model(id) === undefined)
      if (isStrange && reply.kind === 'output') show(idsIn(reply.output))
      if (!isStrange) for (const id of named) met.add(id)
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

const idsIn = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, held]) =>
    typeof held === 'string' && isIdMember(name) ? [held] : idsIn(held),
  )
}
