import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import type { Answer, Heard } from '../../specs/wire/wire.ts'
import { rewritten, type Changes } from '../rewrite.ts'
import type { Setting, Variant } from '../variant.ts'

/** What a variant changes of the steps of an endpoint. */
export type AlterVaried = NonNullable<Variant['alter']>

/** Writes the parts of every success otherwise, by what the contract says that they are. */
export function rewriting(changesIn: (setting: Setting) => Changes): AlterVaried {
  return (steps, setting) => rewritten(steps, setting.vendor.contract, changesIn(setting))
}

/** Writes the body of an answer otherwise, as the wire has it. */
export function framing(
  change: (answer: Answer, heard: Heard | undefined, setting: Setting) => Answer,
): AlterVaried {
  return ({ frame }, setting) => ({
    frame: (answer, heard) => change(frame(answer, heard), heard, setting),
  })
}

/** The JSON object in the body of an answer; undefined where it is none. */
export function bodyObject({ body }: Answer): JsonObject | undefined {
  if (body === '') return undefined
  const value: unknown = JSON.parse(body)
  return isObject(value) ? value : undefined
}
