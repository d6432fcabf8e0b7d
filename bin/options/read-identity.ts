import type { Problem } from '../../harness/problem.ts'
import { isObject, scalarsIn, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { endpointProblems } from './read-endpoint.ts'
import { isReference, type PlaceOf } from './secrets.ts'

/** A target as its file has it, before anything is filled in. */
export interface IdentityTold {
  readonly draft: JsonObject
  readonly placeOf: PlaceOf
}

/**
 * What is wrong with whom a target asks whose its credentials are, and with what it permits: both stand in plain sight, as
 * whoever is responsible wrote them down. What comes from the environment would permit whatever happens to be there.
 */
export function identityProblems({ draft, placeOf }: IdentityTold): readonly Problem[] {
  return members.flatMap((member) => {
    const value = draft[member]
    if (value === undefined) return []
    const place = placeOf(`/${member}`)
    if (scalarsIn(value).some(isReference)) return [referred(place)]
    return [...urlProblems(member, value, place), ...misplaced(draft, place)]
  })
}

const members = ['identityEndpoint', 'permitted'] as const

const urlProblems = (member: string, value: Json, place: string): readonly Problem[] =>
  member === 'identityEndpoint' && typeof value === 'string'
    ? endpointProblems(value, `${place}: the identity service`)
    : []

const misplaced = ({ accounts }: JsonObject, place: string): readonly Problem[] =>
  isObject(accounts) && accounts['mode'] === 'any'
    ? [
        {
          code: 'IDENTITY_NEEDLESS',
          message: `${place} is of accounts that are given, and here any account may call`,
          hint: 'leave it out, or name the accounts: mode: fixed',
        },
      ]
    : []

const referred = (place: string): Problem => ({
  code: 'IDENTITY_REFERENCE',
  message: `${place} takes from the environment what has to stand in the file, written out`,
  hint: 'whoever is responsible for the accounts writes down which they are',
})
