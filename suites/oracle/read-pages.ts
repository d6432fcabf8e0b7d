import type { Pagination } from '../../specs/contract/contract.ts'
import type { Json, JsonObject } from '../../specs/contract/json.ts'
import type { World } from '../../specs/model/world.ts'
import { askedPage, entriesOf, namedPage, type PageToken } from '../client/next-page.ts'
import { compareMembers, compareValue } from './compare-answer.ts'
import { lacking, matchEntries } from './compare-entries.ts'
import { addTo, type Difference, type Findings } from './differences.ts'
import type { Fitting } from './fits.ts'
import { forkOf } from './learned.ts'
import type { TellPage } from './predict.ts'

/** A list of which some pages were read. */
export interface Reading {
  /** as it stood when the first page was read */
  readonly world: World
  readonly entries: readonly Json[]
}

/** The lists that are being read: by who asks for what, and the page that comes next. */
export type Readings = ReadonlyMap<string, Reading>

/** Who reads which list: `caller` names the operation, too. */
type Listing = Pick<PageRead, 'pagination' | 'input' | 'caller'>

/** A page that was asked for, and answered. */
export interface PageRead {
  readonly pagination: Pagination
  readonly input: JsonObject
  /** the whole list, as the rules have it */
  readonly expected: JsonObject
  readonly page: TellPage
  readonly told: JsonObject
  /** who asked by which operation */
  readonly caller: string
  readonly world: World
  readonly readings: Readings
  /** how long a page is where nobody says */
  readonly full: number
}

/**
 * Compares a page with the whole list. Its entries are among those of the list; that the list has no other is asked of the
 * last page, where nothing was written since the first. How long pages are, and what they say of themselves, is the
 * target's own affair.
 */
export function comparePage(
  page: PageRead,
  fitting: Fitting,
): { readonly found: Findings; readonly readings: Readings } {
  const { pagination, expected, told } = page
  const { items: member } = pagination
  const entries = entriesOf(pagination, told)
  const lists = { member, expected: entriesOf(pagination, expected), told: entries }
  const { missing: _, extra, ...found } = matchEntries(lists, fitting, compareValue)
  const reading = readingWith(page, entries)
  const isAll = reading?.entries.length === entries.length && isWhole(page, reading)
  if (found.foreign.size === 0) addTo(found, compareBesides(page, fitting, isAll))
  const lost = isWhole(page, reading) ? absentIn(reading.entries, page, fitting) : []
  ;(told[member] === undefined ? found.silent : found.compared).add(member)
  if (extra.length + lost.length > 0) {
    found.differences.push(lacking({ member, missing: lost, extra }, fitting))
  }
  return { found, readings: readingsAfter(page, reading) }
}

/** The pages that were read so far; undefined for one that no answer named. */
const readingWith = (page: PageRead, entries: readonly Json[]): Reading | undefined => {
  const asked = askedPage(page.pagination, page.input)
  const begun =
    asked === undefined ? { world: page.world, entries: [] } : page.readings.get(keyOf(page, asked))
  return begun && { ...begun, entries: [...begun.entries, ...entries] }
}

/** Whether a page is the last one, of a list that nobody wrote to since the first. */
const isWhole = (page: PageRead, reading: Reading | undefined): reading is Reading => {
  const { pagination, told, world } = page
  const isLast =
    pagination.next === undefined ? isShort(page) : namedPage(pagination, told) === undefined
  return isLast && reading?.world === world
}

/** Where entries are counted, a first page that is not full is the only one. */
const isShort = ({ pagination, told, input, full }: PageRead): boolean => {
  const size = pagination.size === undefined ? undefined : input[pagination.size]
  return entriesOf(pagination, told).length < (typeof size === 'number' ? size : full)
}

/** What stands on no page. */
const absentIn = (told: readonly Json[], list: PageRead, fitting: Fitting): readonly Json[] => {
  const { items: member } = list.pagination
  const expected = entriesOf(list.pagination, list.expected)
  const trying = { ...fitting, ...forkOf(fitting).trial }
  return matchEntries({ member, expected, told }, trying, compareValue).missing
}

/**
 * What a page says beside its entries; whether another one follows is the target's own affair. What stood before may be
 * counted, too: only who is shown all of a list at once can tell that it is too much.
 */
const compareBesides = (
  { page, told, pagination }: PageRead,
  fitting: Fitting,
  isAll: boolean,
): Findings => {
  const output = page(entriesOf(pagination, told).length)
  const { [pagination.items]: _, ...expected } = output
  const found = compareMembers({ member: '', expected, told }, fitting)
  return {
    ...found,
    differences: found.differences.filter(
      (one) => one.member !== pagination.next && (isAll || !isMore(one)),
    ),
  }
}

const isMore = ({ expected, received }: Difference): boolean => Number(received) > Number(expected)

/** Whether an answer to the same caller and list named a page, and nobody asked for another one since. */
export function isNamed(list: Listing, page: PageToken, readings: Readings): boolean {
  return readings.has(keyOf(list, page))
}

const keyOf = ({ caller, input, pagination }: Listing, page: PageToken): string => {
  const { token, size } = pagination
  const query = Object.entries(input).filter(([name]) => name !== token && name !== size)
  return JSON.stringify([caller, query, page])
}

const readingsAfter = (page: PageRead, reading: Reading | undefined): Readings => {
  const next = namedPage(page.pagination, page.told)
  if (next === undefined || reading === undefined) return page.readings
  return new Map(page.readings).set(keyOf(page, next), reading)
}
