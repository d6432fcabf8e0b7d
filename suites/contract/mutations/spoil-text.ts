import type { InvalidValue } from './mutation.ts'

/** A fault that changes a text; where the right value is none, it starts from an empty one. */
export function spoilText(change: (text: string) => string): InvalidValue['spoil'] {
  return (right) => change(typeof right === 'string' ? right : '')
}
