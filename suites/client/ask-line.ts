import type { Dispatcher } from 'undici'

import type { ConnectionProblem } from './connection-problem.ts'

/** The header of an answer, as the line tells it. */
export type CameHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** An answer whose body has come to its end. */
export interface WholeAnswer {
  readonly status: number
  readonly headers: CameHeaders
  readonly bytes: Buffer
}

/** What ends an exchange before its answer has come. */
export interface Bounds {
  /** milliseconds for the whole of it, waiting for a connection and all drips of the body included */
  readonly deadline: number
  /** the caller who gives up */
  readonly caller?: AbortSignal | undefined
  /** why the body is not even read; undefined where it is */
  readonly excessOfHead: (headers: CameHeaders) => ConnectionProblem | undefined
}

/**
 * Sends one request over a line and waits for its whole answer, or says what ended it. Rejects with the line's own error.
 * It listens to the line itself: undici's `request` puts a stream between, which costs as much as the exchange.
 */
export function askLine(
  line: Dispatcher,
  request: Dispatcher.DispatchOptions,
  bounds: Bounds,
): Promise<WholeAnswer | ConnectionProblem> {
  return new Promise((resolve, reject) => {
    const ending = openEnding(bounds, { resolve, reject })
    if (!ending.isOver()) line.dispatch(request, listenerOf(ending, bounds))
  })
}

interface Told {
  readonly resolve: (came: WholeAnswer | ConnectionProblem) => void
  readonly reject: (error: Error) => void
}

/** How an exchange comes to its end: by whatever comes first, and once. */
interface Ending extends Told {
  readonly isOver: () => boolean
  /** that it is under way, and how it is cut short */
  readonly begun: (controller: Dispatcher.DispatchController) => void
  /** cuts it short */
  readonly end: (why: ConnectionProblem) => void
}

const openEnding = ({ deadline, caller }: Bounds, told: Told): Ending => {
  let running: Dispatcher.DispatchController | undefined
  let over = false
  const first = (): boolean => {
    if (over) return false
    over = true
    clearTimeout(timer)
    caller?.removeEventListener('abort', giveUp)
    return true
  }
  const end = (why: ConnectionProblem): void => {
    if (!first()) return
    told.resolve(why)
    running?.abort(new Error(why.detail))
  }
  const giveUp = (): void => end({ problem: 'aborted', detail: 'the caller gave up' })
  const timer = setTimeout(() => {
    end({ problem: 'timeout', detail: `no whole answer within ${deadline} ms` })
  }, deadline)
  if (caller?.aborted === true) giveUp()
  else caller?.addEventListener('abort', giveUp)
  return {
    isOver: () => over,
    begun: (controller) => {
      running = controller
      // it waited for a connection longer than anybody waits for it
      if (over) controller.abort(new Error('nobody waits for it any more'))
    },
    end,
    resolve: (came) => first() && told.resolve(came),
    reject: (error) => first() && told.reject(error),
  }
}

const listenerOf = (ending: Ending, { excessOfHead }: Bounds): Dispatcher.DispatchHandler => {
  let head: Omit<WholeAnswer, 'bytes'> | undefined
  const body = openBody()
  return {
    onRequestStart: ending.begun,
    onResponseStart: (_controller, status, headers) => {
      if (status < 200) return
      const excess = excessOfHead(headers)
      if (excess === undefined) head = { status, headers }
      else ending.end(excess)
    },
    onResponseData: (_controller, chunk) => body.add(chunk),
    onResponseEnd: () => {
      if (head !== undefined) ending.resolve({ ...head, bytes: body.whole() })
    },
    onResponseError: (_controller, error) => ending.reject(error),
  }
}

/** A body as one piece: kept as they came, many small ones would take a hundred times its room. */
const openBody = () => {
  let bytes: Buffer = Buffer.alloc(0)
  let length = 0
  return {
    add: (piece: Buffer): void => {
      if (length === 0) bytes = piece
      else if (length + piece.length > bytes.length) {
        bytes = Buffer.concat([bytes.subarray(0, length), piece], 2 * (length + piece.length))
      } else bytes.set(piece, length)
      length += piece.length
    },
    whole: (): Buffer => bytes.subarray(0, length),
  }
}
