import type { Problem } from '../../harness/problem.ts'
import { pointerStep } from '../../specs/contract/json-pointer.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import { isLoopback } from '../../suites/client/loopback.ts'
import type { Parsed } from '../files/parsed.ts'
import { isReference, type PlaceOf } from './secrets.ts'

/** What a file says, before its variables are filled in. */
export interface LiteralParts {
  readonly unfilled: JsonObject
  /** where the endpoint is, as far as that is known */
  readonly endpoint: unknown
  /** the place of a value of the file itself: what a preset that ships says is no secret */
  readonly at: Parsed['at']
  readonly placeOf: PlaceOf
}

/** Credentials that a file writes out although its endpoint is not on this machine: files are copied and committed. */
export function literalCredentials(parts: LiteralParts): readonly Problem[] {
  const { unfilled, endpoint, at, placeOf } = parts
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return []
  if (isLoopback(new URL(endpoint)) || unfilled['disposable'] === true) return []
  return credentialsIn(unfilled['accounts'])
    .filter(({ pointer, value }) => at(pointer) !== undefined && !isReference(value))
    .map(({ pointer }) => ({
      code: 'CREDENTIALS_LITERAL',
      message: `${placeOf(pointer)} writes credentials out for an endpoint that is not on this machine`,
      hint: 'write env:NAME, or {profile: NAME} in the place of all of them',
    }))
}

interface Literal {
  readonly pointer: string
  readonly value: string
}

/** What each principal, or all accounts together, prove themselves with. */
const credentialsIn = (accounts: unknown): readonly Literal[] => {
  if (!isObject(accounts)) return []
  const owners: readonly (readonly [string, JsonObject])[] = [
    ['/accounts', accounts],
    ...Object.entries(accounts).flatMap(([name, principal]) =>
      isObject(principal) ? [[`/accounts${pointerStep(name)}`, principal] as const] : [],
    ),
  ]
  return owners.flatMap(([pointer, { credentials }]) =>
    Object.entries(isObject(credentials) ? credentials : {}).flatMap(([key, value]) =>
      ['accessKey', 'secret', 'token'].includes(key) && typeof value === 'string'
        ? [{ pointer: `${pointer}/credentials${pointerStep(key)}`, value }]
        : [],
    ),
  )
}
