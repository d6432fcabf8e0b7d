import { createContext, type Context } from 'preact'
import { useContext } from 'preact/hooks'

import type { PageTarget } from '../page-data.ts'
import type { Check, Report } from './report.ts'
import { checkHash, filterHash, type Filter } from './route.ts'

/** What every part of the page may look at. */
export interface PageContext {
  readonly report: Report
  readonly target: PageTarget
}

export const Page: Context<PageContext | undefined> = createContext<PageContext | undefined>(
  undefined,
)

/** Addresses within the page: the target stands in them where there are several. */
export interface Links {
  check(check: Check): string
  filter(filter: Filter): string
}

/** The report, the target that is shown, and how to point to what belongs to it. */
export function usePage(): PageContext & { readonly links: Links } {
  const page = useContext(Page)
  if (page === undefined) throw new Error('there is no page around this')
  const several = page.report.targets.length > 1
  return {
    ...page,
    links: {
      check: ({ id, target }) => checkHash(id, several ? target.name : undefined),
      filter: (filter) => filterHash(filter, several ? page.target.name : undefined),
    },
  }
}
