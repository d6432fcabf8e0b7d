import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'

import { CheckDialog } from './check-dialog.tsx'
import { Checks } from './checks.tsx'
import { Page } from './context.ts'
import { Coverage } from './coverage.tsx'
import { checksOf, filtered } from './filtered.ts'
import { Mend } from './mend.tsx'
import { OpenEnds } from './open-ends.tsx'
import type { Report } from './report.ts'
import { Summary } from './summary.tsx'
import { Targets } from './targets.tsx'
import { useAddress } from './use-address.ts'

/** The whole page of a run. */
export function App({ report }: { readonly report: Report }): VNode {
  const { target, filter, check, setFilter, closeCheck } = useAddress(report)
  const page = useMemo(() => ({ report, target }), [report, target])
  const own = useMemo(() => checksOf(report.checks, target), [report, target])
  const shown = useMemo(() => filtered(own, filter), [own, filter])
  // what does not depend on what is looked for is not made anew while somebody types
  const picture = useMemo(
    () => (
      <>
        <Summary />
        <Ways />
        <Mend />
        <Coverage own={own} />
      </>
    ),
    [page, own],
  )
  const ends = useMemo(() => <OpenEnds />, [page])
  return (
    <Page.Provider value={page}>
      <Targets />
      <main>
        {picture}
        <Checks own={own} shown={shown} filter={filter} onFilter={setFilter} />
        {ends}
      </main>
      {check && <CheckDialog check={check} among={shown} onClose={closeCheck} />}
    </Page.Provider>
  )
}

const Ways = (): VNode => (
  <nav class="ways" aria-label="Parts of this page">
    <a href="#mend">Mend first</a>
    <a href="#coverage">Coverage</a>
    <a href="#checks">All checks</a>
    <a href="#open">Not established</a>
  </nav>
)
