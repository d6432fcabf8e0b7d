import type { Exchange } from '../transcript.ts'

/** An exchange with these two bodies, of no further interest. */
export function exchangeOf(asked: string, answered: string): Omit<Exchange, 'id'> {
  return {
    account: '111122223333',
    operation: 'ListRoots',
    request: { method: 'POST', path: '/', headers: {}, body: asked },
    answer: { status: 200, headers: {}, body: answered },
    at: 0,
    took: 1,
  }
}
