import type { Json } from '../../../specs/contract/json.ts'
import type { InvalidValue, Mutation } from './mutation.ts'

const fault = (variant: string, value: Json): InvalidValue => ({
  variant,
  wording: `given as ${variant === 'object' ? 'an' : 'a'} ${variant}`,
  spoil: () => value,
})

/** Values of other JSON types, by the type the contract states. */
const wrong: Readonly<Record<string, readonly InvalidValue[]>> = {
  string: [fault('number', 42), fault('object', { value: 'text' })],
  integer: [fault('text', 'ten'), fault('fraction', 1.5)],
  number: [fault('text', 'ten')],
  boolean: [fault('text', 'yes'), fault('number', 1)],
  array: [fault('text', 'text'), fault('object', { entry: 'text' })],
  object: [fault('text', 'text'), fault('list', ['text'])],
}

/** A value has another JSON type than the contract states. */
export const type: Mutation = {
  name: 'type',
  keyword: 'type',
  refusal: 'invalid.type',
  implied: true,
  invalidValues: ({ schema }) => {
    const stated = schema['type']
    return typeof stated === 'string' ? (wrong[stated] ?? []) : []
  },
}
