import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import type { AlterVaried } from './rewriting.ts'

/** Writes the token of a page that is the last one as this. */
export function endingListsWith(end: null | ''): AlterVaried {
  return ({ write }, { vendor }) => ({
    write: (output, heard) => {
      const written = write(output, heard)
      const next = vendor.contract.operations.get(heard.operation)?.pagination?.next
      return next === undefined ? written : ended(written, next.split('.'), end)
    },
  })
}

const ended = (object: JsonObject, path: readonly string[], end: null | ''): JsonObject => {
  const [step = '', ...rest] = path
  const part = object[step]
  if (rest.length === 0) return { ...object, [step]: part ?? end }
  return isObject(part) ? { ...object, [step]: ended(part, rest, end) } : object
}
