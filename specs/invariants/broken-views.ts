import type { Args, Verb } from '../vocabulary/verbs.ts'
import type { Broken, Moment } from './invariant.ts'
import { invitationViews } from './invitation-views.ts'
import { policyViews } from './policy-views.ts'
import { treeViews } from './tree-views.ts'
import type { Shown, View } from './view.ts'

/** A question of a reader. */
export interface Question {
  readonly caller: string
  readonly verb: Verb
  readonly args: Args<Verb>
}

/** Asks a reader's question: the result, or undefined where it is refused. */
export type Ask = (question: Question) => unknown

/**
 * Where readers are not shown what the records say: whole things, lists at once, and lists page by page, one entry
 * at a time.
 */
export function brokenViews(moment: Moment, ask: Ask): readonly Broken[] {
  return viewsOf(moment).flatMap((view) => {
    const invariant = 'who looks sees what is there'
    const flaw = isList(view.shown) ? listFlaw(view, view.shown, ask) : wholeFlaw(view, ask)
    const about = `${view.verb} ${JSON.stringify(view.args)} by ${view.caller}`
    return flaw === undefined ? [] : [{ invariant, what: `${about}: ${flaw}` }]
  })
}

const isList = (shown: View['shown']): shown is readonly Shown[] => Array.isArray(shown)

const viewsOf = (moment: Moment): readonly View[] => [
  ...[...moment.world.organizations.values()].flatMap((organization) => {
    const seen = { ...moment, organization }
    return [...treeViews(seen), ...policyViews(seen)]
  }),
  ...invitationViews(moment),
]

const wholeFlaw = ({ shown, ...question }: View, ask: Ask): string | undefined => {
  const result = ask(question)
  return agrees(result, shown as Shown)
    ? undefined
    : `it is ${JSON.stringify(shown)}, not ${JSON.stringify(result)}`
}

interface Paged {
  readonly items: readonly unknown[]
  readonly next?: string
}

const listFlaw = (
  { shown: _shown, ...question }: View,
  entries: readonly Shown[],
  ask: Ask,
): string | undefined => {
  const reading = { question, ask, most: entries.length }
  const whole = readAll(reading)
  const lists = [whole, ...(whole.length > 1 ? [readAll(reading, 1)] : [])]
  return lists.every((items) => same(items, entries))
    ? undefined
    : `it is ${JSON.stringify(entries)}, not ${JSON.stringify(lists)}`
}

interface Reading {
  readonly question: Question
  readonly ask: Ask
  /** how many entries there ought to be */
  readonly most: number
}

/** The entries of all pages; it stops at one too many. */
const readAll = ({ question, ask, most }: Reading, size?: number): readonly unknown[] => {
  const items: unknown[] = []
  let token: string | undefined
  do {
    const asked = { ...(size !== undefined && { size }), ...(token !== undefined && { token }) }
    const page = ask({ ...question, args: { ...question.args, ...asked } }) as Paged | undefined
    if (page === undefined) return ['refused']
    items.push(...page.items)
    token = page.next
  } while (token !== undefined && items.length <= most)
  return items
}

const same = (items: readonly unknown[], entries: readonly Shown[]): boolean =>
  items.length === entries.length && entries.every((entry, at) => agrees(items[at], entry))

const agrees = (value: unknown, shown: Shown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(shown).every(([name, wanted]) => textOf((value as Shown)[name]) === textOf(wanted))

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : JSON.stringify(value)
