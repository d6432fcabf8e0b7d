import type { Fault } from './mutation.ts'

/** A fault that changes a text; in place of anything else it starts from an empty one. */
export function spoilText(change: (text: string) => string): Fault['spoil'] {
  return (right) => change(typeof right === 'string' ? right : '')
}
