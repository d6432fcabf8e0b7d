import type { Problem } from '../../harness/problem.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import { sameHost } from './read-disposable.ts'
import { endpointProblems } from './read-endpoint.ts'
import type { PlaceOf } from './secrets.ts'

/** A target, with everything filled in. */
export interface ClockTold {
  readonly draft: JsonObject
  readonly placeOf: PlaceOf
}

/**
 * What is wrong with where a target has its clock set forward: it is at the endpoint's own host, since nobody else is to be
 * sent anything, and of an endpoint where any account may call, since time passes there for everybody.
 */
export function clockProblems({ draft, placeOf }: ClockTold): readonly Problem[] {
  const { clock, endpoint, accounts } = draft
  if (typeof clock !== 'string') return []
  const place = placeOf('/clock')
  const syntax = endpointProblems(clock, `${place}: the clock`)
  if (syntax.length > 0) return syntax
  return [...shared(accounts, place), ...elsewhere(clock, endpoint, place)]
}

const shared = (accounts: unknown, place: string): readonly Problem[] =>
  isObject(accounts) && accounts['mode'] === 'any'
    ? []
    : [
        {
          code: 'CLOCK_SHARED',
          message: `${place} lets days pass for whoever else is there`,
          hint: 'leave it out where accounts are given',
        },
      ]

const elsewhere = (clock: string, endpoint: unknown, place: string): readonly Problem[] => {
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return []
  if (sameHost(clock, endpoint)) return []
  const message = `${place} is at another host than the endpoint`
  return [{ code: 'CLOCK_ELSEWHERE', message, hint: 'name the clock of the endpoint itself' }]
}
