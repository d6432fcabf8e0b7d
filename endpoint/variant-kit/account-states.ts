import type { JsonObject } from '../../specs/contract/json.ts'
import { eachObject, telling } from './other-answers.ts'

/** Operations that tell how accounts stand. */
const operations = [
  'DescribeAccount',
  'ListAccounts',
  'ListAccountsForParent',
  'ListDelegatedAdministrators',
]

/** What the newer member calls what the older one calls suspended: nobody but the management suspends here. */
const stateOf: Readonly<Record<string, string>> = { SUSPENDED: 'CLOSED' }

/** Tells the state of accounts in the newer member, beside the older one or in its place. */
export function inState(place: 'beside' | 'instead'): ReturnType<typeof telling> {
  return telling(
    operations,
    (output) =>
      eachObject(output, (object) => {
        const { Status: status, ...rest } = object
        if (typeof status !== 'string') return object
        const state = { State: stateOf[status] ?? status }
        return place === 'beside' ? { ...object, ...state } : { ...rest, ...state }
      }) as JsonObject,
  )
}
