import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'

import { counted } from '../../../text/counted.ts'
import { CheckList } from './check-list.tsx'
import { usePage } from './context.ts'
import { outcomeText, outcomes } from './outcome.ts'
import type { Check } from './report.ts'
import { everything, type Filter } from './route.ts'

interface ChecksParts {
  /** all of the target */
  readonly own: readonly Check[]
  /** those that the filter lets through */
  readonly shown: readonly Check[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** All checks: what to look for, and the list of what is found. */
export function Checks({ own, shown, filter, onFilter }: ChecksParts): VNode {
  const idle = Object.values(filter).every((value) => value === '')
  return (
    <section id="checks" aria-labelledby="checks-title">
      <h2 id="checks-title" tabIndex={-1}>
        All checks
      </h2>
      <FilterForm own={own} filter={filter} onFilter={onFilter} />
      <p class="found" role="status">
        {counted(shown.length, 'check')}
        {!idle && (
          <button type="button" class="more" onClick={() => onFilter(everything)}>
            Show all
          </button>
        )}
      </p>
      <CheckList key={JSON.stringify(filter)} checks={shown} />
    </section>
  )
}

const FilterForm = ({ own, filter, onFilter }: Omit<ChecksParts, 'shown'>): VNode => {
  const { report } = usePage()
  const places = useMemo(() => [...new Set(own.map(({ where }) => where))].toSorted(), [own])
  const change = (part: Partial<Filter>): void => onFilter({ ...filter, ...part })
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="words">
        <span>Search</span>
        <input
          type="search"
          value={filter.words}
          placeholder="id, title, operation, code"
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => change({ words: event.currentTarget.value })}
        />
      </label>
      <Choice
        name="Outcome"
        value={filter.outcome}
        choices={outcomes.map((outcome) => [outcome, outcomeText[outcome]])}
        onChoice={(outcome) => change({ outcome: outcome as Filter['outcome'] })}
      />
      <Choice
        name="Axis"
        value={filter.axis}
        choices={report.axes.map((axis) => [axis, axis])}
        onChoice={(axis) => change({ axis })}
      />
      <Choice
        name="Operation"
        value={filter.where}
        choices={places.map((where) => [where, where])}
        onChoice={(where) => change({ where })}
      />
    </form>
  )
}

interface ChoiceParts {
  readonly name: string
  readonly value: string
  readonly choices: readonly (readonly [value: string, text: string])[]
  readonly onChoice: (value: string) => void
}

const Choice = ({ name, value, choices, onChoice }: ChoiceParts): VNode => (
  <label>
    <span>{name}</span>
    <select value={value} onChange={(event) => onChoice(event.currentTarget.value)}>
      <option value="">any</option>
      {choices.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
