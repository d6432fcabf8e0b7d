import type { Problem } from '../../harness/problem.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import { isReference, type PlaceOf } from './secrets.ts'

/** A target, and what its own file says of its endpoint. */
export interface DisposableParts {
  readonly draft: JsonObject
  /** as it stands in the file, before anything is filled in; undefined where the file names none */
  readonly written: unknown
  readonly placeOf: PlaceOf
}

/**
 * What is wrong with a target that says that its endpoint elsewhere is thrown away afterwards: only its own file can, with
 * the host in plain sight, and for an endpoint where any account may call.
 */
export function disposableProblems({
  draft,
  written,
  placeOf,
}: DisposableParts): readonly Problem[] {
  if (draft['disposable'] !== true) return []
  const { accounts, proxy } = draft
  const place = placeOf('/disposable')
  const mistakes: readonly (readonly [boolean, string, string])[] = [
    [
      isObject(accounts) && accounts['mode'] === 'any',
      'an endpoint is disposable only where any account may call',
      'accounts that are given are somebody’s: leave disposable out',
    ],
    [
      typeof written === 'string' && !isReference(written) && sameHost(written, draft['endpoint']),
      'the host of a disposable endpoint stands in the same file, written out',
      'write endpoint: http://HOST:PORT beside it; --endpoint may change the port',
    ],
    [
      proxy === undefined,
      'a disposable endpoint is asked without a proxy',
      'leave the proxy out, also ORGPROOF_PROXY',
    ],
  ]
  return mistakes
    .filter(([holds]) => !holds)
    .map(([, says, hint]) => ({ code: 'NOT_DISPOSABLE', message: `${place}: ${says}`, hint }))
}

/** Whether two texts are URLs of the same host. */
export function sameHost(written: string, endpoint: unknown): boolean {
  return (
    typeof endpoint === 'string' &&
    URL.canParse(written) &&
    URL.canParse(endpoint) &&
    new URL(written).hostname === new URL(endpoint).hostname
  )
}
