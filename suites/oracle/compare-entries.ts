import { isObject, type Json } from '../../specs/contract/json.ts'
import { isIdMember } from './acquaintance.ts'
import { addTo, noFindings, type Difference, type Findings } from './differences.ts'
import { fits, isScalar, type Fitting, type Scalar } from './fits.ts'
import { forkOf } from './learned.ts'
import { shown } from './shown.ts'

/** Compares one entry. */
export type CompareEntry = (
  held: { readonly member: string; readonly expected: Json; readonly told: Json },
  fitting: Fitting,
) => Findings

/** Two lists: what the rules say is in it, and what is. */
export interface Lists {
  readonly member: string
  readonly expected: readonly Json[]
  readonly told: readonly Json[]
}

/** Which entries of the rules were found among those told, and which of those told are none of the rules'. */
export interface Matched extends Findings {
  readonly missing: readonly Json[]
  readonly extra: readonly Json[]
}

/** Compares lists in any order. */
export function compareEntries(lists: Lists, fitting: Fitting, compare: CompareEntry): Findings {
  const { missing, extra, ...found } = matchEntries(lists, fitting, compare)
  found.compared.add(lists.member)
  if (missing.length + extra.length > 0)
    found.differences.push(lacking({ ...lists, missing, extra }, fitting))
  return found
}

/** What a list is told to lack, and to have too much. */
export function lacking({ member, missing, extra }: Lacking, fitting: Fitting): Difference {
  const ruled = missing.map((one) => shown(one, fitting)).join(', ')
  const told = extra.map((one) => JSON.stringify(one)).join(', ')
  return {
    member,
    kind: 'entries',
    expected: ruled === '' ? `a list without ${told}` : `a list with ${ruled}`,
    received: told === '' ? `a list without ${ruled}` : `a list with ${told}`,
  }
}

interface Lacking extends Pick<Lists, 'member'>, Pick<Matched, 'missing' | 'extra'> {}

/**
 * Finds each entry that the rules say among those told. The first member of an entry, as the dialects write them, tells
 * which one it is; where the model made its name up and no answer told the real one, the entry that differs least is it.
 */
export function matchEntries(
  { member, expected, told }: Lists,
  fitting: Fitting,
  compare: CompareEntry,
): Matched {
  const all = noFindings()
  const left = new Set(told)
  const missing: Json[] = []
  const later: Json[] = []
  const match = (entry: Json, candidates: readonly Json[]): void => {
    const best = leastDifferent({ member, expected: entry, candidates, compare }, fitting)
    if (best === undefined) {
      if (!fitting.isVoid(member, entry, 'untold')) missing.push(entry)
      return
    }
    left.delete(best.entry)
    addTo(all, best.found)
  }
  for (const entry of expected) {
    if (isKnown(entry, fitting)) match(entry, candidatesOf(entry, left, fitting))
    else later.push(entry)
  }
  for (const entry of later) match(entry, candidatesOf(entry, left, fitting))
  const others = [...left].filter(
    (one) => !isNewer(one, fitting) && !fitting.isVoid(member, one, 'told'),
  )
  const named = new Set(told.filter((one) => !left.has(one)).map(anchorOf))
  const isOpen = fitting.mayHoldMore(member)
  const isOfOthers = (one: Json): boolean =>
    (isOpen || isForeign(one, fitting)) && !named.has(anchorOf(one))
  for (const entry of others.filter(isOfOthers)) {
    // what has a name of everybody's, like a service, tells nothing of whose it is
    if (hasOwnId(entry)) all.foreign.add(String(anchorOf(entry)))
  }
  return { ...all, missing, extra: others.filter((one) => !isOfOthers(one)) }
}

/** A word that the document does not have yet may stand for anything. */
const isNewer = (entry: Json, fitting: Fitting): boolean =>
  Object.values(isObject(entry) ? entry : [entry]).some((value) => fitting.isNewer(value))

/** What has an id that nobody made or named stood before: an organization may be founded with things in it. */
const isForeign = (entry: Json, { isMet, names }: Fitting): boolean => {
  const member = anchorMember(entry)
  if (member === undefined || !(isIdMember(member) || /principal$/iu.test(member))) return false
  const id = String(anchorIn(entry, member))
  return names.model(id) === undefined && !isMet(id)
}

const hasOwnId = (entry: Json): boolean => isIdMember(anchorMember(entry) ?? '')

/** The member that tells which entry it is: its id, or the first one; none where the entry has no members. */
const anchorMember = (entry: Json): string | undefined => {
  if (!isObject(entry)) return undefined
  const scalars = Object.keys(entry).filter((name) => isTold(entry[name]))
  return scalars.find(isIdMember) ?? scalars[0]
}

const isTold = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && isScalar(value)

/** What stands in a member of an entry; the entry itself where it has none. */
const anchorIn = (entry: Json, member: string | undefined): Scalar => {
  const told = isObject(entry) ? (entry[member ?? ''] ?? null) : entry
  return isScalar(told) ? told : null
}

/** What tells which entry of a list it is. */
export function anchorOf(entry: Json): Scalar {
  return anchorIn(entry, anchorMember(entry))
}

const isKnown = (entry: Json, { isMadeUp, names }: Fitting): boolean => {
  const anchor = String(anchorOf(entry))
  return !isMadeUp(anchor) || names.real(anchor) !== undefined
}

const candidatesOf = (entry: Json, left: ReadonlySet<Json>, fitting: Fitting): readonly Json[] => {
  const member = anchorMember(entry)
  const anchor = anchorOf(entry)
  if (anchor === null) return [...left]
  return [...left].filter((one) =>
    fits(anchor, anchorIn(one, member), { ...fitting, ...forkOf(fitting).trial }),
  )
}

interface Choice {
  readonly member: string
  readonly expected: Json
  readonly candidates: readonly Json[]
  readonly compare: CompareEntry
}

/** What is learned of an entry that cannot be told from another is not kept. */
const leastDifferent = (
  { member, expected, candidates, compare }: Choice,
  fitting: Fitting,
): { readonly entry: Json; readonly found: Findings } | undefined => {
  const tried = candidates.map((entry) => {
    const { trial, keep } = forkOf(fitting)
    const found = compare({ member, expected, told: entry }, { ...fitting, ...trial })
    return { entry, found, keep, cost: found.differences.length }
  })
  const least = Math.min(...tried.map(({ cost }) => cost))
  const [best, ...others] = tried.filter(({ cost }) => cost === least)
  if (best === undefined) return undefined
  if (others.every(({ entry }) => anchorOf(entry) === anchorOf(best.entry))) best.keep()
  return best
}
