import { useEffect, useState } from 'preact/hooks'

import type { PageTarget } from '../page-data.ts'
import type { Check, Report } from './report.ts'
import { everything, filterHash, routeOf, type Filter } from './route.ts'

/** What the address of the page says to show. */
interface Shown {
  readonly target: PageTarget
  readonly filter: Filter
  readonly check: Check | undefined
}

/** The same, and how to change it. */
export interface Address extends Shown {
  readonly setFilter: (filter: Filter) => void
  readonly closeCheck: () => void
}

/** Follows the address: a check is opened by its link, a list is what its link says, and both can be sent to others. */
export function useAddress(report: Report): Address {
  const [shown, setShown] = useState<Shown>(() => followed(report, first(report)))
  useEffect(() => {
    const follow = (): void => {
      setShown((before) => followed(report, before))
      if (looksFor()) leadToList()
    }
    addEventListener('hashchange', follow)
    if (looksFor()) leadToList()
    return () => removeEventListener('hashchange', follow)
  }, [report])
  const show = (next: Shown): void => {
    const { filter, target } = next
    keep(filterHash(filter, report.targets.length > 1 ? target.name : undefined))
    setShown(next)
  }
  return {
    ...shown,
    setFilter: (filter) => show({ ...shown, filter }),
    closeCheck: () => show({ ...shown, check: undefined }),
  }
}

const first = ({ targets }: Report): Shown => ({
  target: targets[0] as PageTarget,
  filter: everything,
  check: undefined,
})

/** Whether the address says what to look for; a target alone does not. */
const looksFor = (): boolean => {
  const route = routeOf(location.hash)
  return route.to === 'filter' && Object.values(route.filter).some((value) => value !== '')
}

/** Changes the address without a step in the history: nobody wants to go back letter by letter. */
const keep = (hash: string): void =>
  history.replaceState(null, '', hash === '#?' ? location.pathname + location.search : hash)

/** Whoever follows a link to a list wants to see it, and to go on from there. */
const leadToList = (): void => {
  const title = document.querySelector<HTMLElement>('#checks-title')
  title?.scrollIntoView()
  title?.focus({ preventScroll: true })
}

const followed = (report: Report, before: Shown): Shown => {
  const route = routeOf(location.hash)
  if (route.to === 'section') return { ...before, check: undefined }
  const named = report.targets.find(({ name }) => name === route.target) ?? before.target
  if (route.to === 'filter') return { target: named, filter: route.filter, check: undefined }
  const check = report.find(route.id, named.name) ?? report.find(route.id)
  return { ...before, target: check?.target ?? named, check }
}
