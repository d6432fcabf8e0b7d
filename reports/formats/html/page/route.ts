import type { Outcome } from './outcome.ts'

/** What the list of checks is to show; empty texts mean all. */
export interface Filter {
  readonly words: string
  readonly outcome: Outcome | ''
  readonly axis: string
  readonly where: string
}

export const everything: Filter = { words: '', outcome: '', axis: '', where: '' }

/** What an address within the page points to. */
export type Route =
  | { readonly to: 'check'; readonly id: string; readonly target?: string }
  | { readonly to: 'filter'; readonly filter: Filter; readonly target?: string }
  | { readonly to: 'section' }

/** Reads the part of an address behind `#`: a check by its id, a filter behind `?`, or a part of the page. */
export function routeOf(hash: string): Route {
  const text = hash.replace(/^#/u, '')
  if (text.startsWith('?')) return filterRoute(new URLSearchParams(text.slice(1)))
  const [, id = '', target = ''] = /^([^@]*\/[^@]*)(?:@(.*))?$/u.exec(text) ?? []
  if (id === '') return { to: 'section' }
  return { to: 'check', id: decoded(id), ...(target !== '' && { target: decoded(target) }) }
}

const filterRoute = (said: URLSearchParams): Route => {
  const of = (name: string): string => said.get(name) ?? ''
  const target = of('target')
  const filter = {
    words: of('q'),
    outcome: of('outcome') as Filter['outcome'],
    axis: of('axis'),
    where: of('where'),
  }
  return { to: 'filter', filter, ...(target !== '' && { target }) }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a check; the target is named where there are several. */
export function checkHash(id: string, target?: string): string {
  const name = encodeURIComponent(id).replaceAll('%2F', '/')
  return target === undefined ? `#${name}` : `#${name}@${encodeURIComponent(target)}`
}

/** The address of the list behind a filter. */
export function filterHash({ words, outcome, axis, where }: Filter, target?: string): string {
  const said = Object.entries({ q: words, outcome, axis, where, target: target ?? '' })
  return `#?${new URLSearchParams(said.filter(([, value]) => value !== '')).toString()}`
}
