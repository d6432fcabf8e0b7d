import type { Operation } from '../contract/contract.ts'
import { isObject } from '../contract/json.ts'
import { misframed, wrongType } from './frame-notes.ts'
import { readObject } from './json-body.ts'
import { unimplementedReply } from './unimplemented.ts'
import type { Answer, FrameNote, Reply, Show } from './wire.ts'

/** Codes that say that the version or the action is not offered (any more). */
const notOffered: ReadonlySet<string> = new Set([
  'ActionOffline',
  'InvalidAction',
  'NoSuchProduct',
  'NoSuchVersion',
  'UnsupportedOperation',
])

/** Codes with which the service blames itself, although the HTTP status is 200. */
const ownFault = /^(?:InternalError|ServiceUnavailable)(?:\.|$)/u

const garbled = ({ status }: Answer, problem: string): Reply => ({
  kind: 'garbled',
  status,
  problem,
})

/**
 * What an answer of Tencent API 3.0 says (Tencent Cloud, "Responses"): one object `Response`, with
 * an object `Error` in a refusal and the output's own members otherwise, and always a `RequestId`,
 * which belongs to the frame. The HTTP status of whatever was processed is 200.
 */
export function decodeTencentApi(operation: Operation, answer: Answer, show?: Show): Reply {
  const read = readObject(answer.body, show)
  if ('problem' in read) {
    return unimplementedReply(answer, undefined) ?? garbled(answer, read.problem)
  }
  const response = read.object['Response']
  if (!isObject(response)) {
    const how = unimplementedReply(answer, undefined)
    return how ?? garbled(answer, 'no object Response in the answer')
  }
  const { RequestId, Error: error, ...output } = response
  const frame = frameOf(answer, RequestId)
  if (error !== undefined) return decodeError(operation, answer, { error, frame })
  if (answer.status !== 200) {
    return garbled(answer, `status ${answer.status} without an object Error`)
  }
  return { kind: 'output', status: answer.status, output, ...frame }
}

/** What belongs to the frame of an answer, whatever it says. */
interface Frame {
  readonly requestId?: string
  readonly notes: readonly FrameNote[]
}

const frameOf = ({ status, headers }: Answer, requestId: unknown): Frame => {
  const type = headers['content-type']
  const notes: FrameNote[] = []
  if (status !== 200) notes.push({ of: 'status', says: `status is ${status}, not 200` })
  if (type?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    notes.push(wrongType(type, 'application/json'))
  }
  if (typeof requestId === 'string' && requestId !== '') return { requestId, notes }
  return { notes: [...notes, { of: 'request-id', says: 'no member RequestId' }] }
}

const decodeError = (
  operation: Operation,
  answer: Answer,
  { error, frame }: { readonly error: unknown; readonly frame: Frame },
): Reply => {
  const named = readError(error)
  if (named === undefined) return garbled(answer, 'an object Error without a Code')
  const { code, message } = named
  if (notOffered.has(code) && !operation.errors.includes(code)) {
    return {
      kind: 'unimplemented',
      status: answer.status,
      how: 'an error code that means so',
      code,
    }
  }
  return {
    kind: 'refusal',
    status: answer.status,
    code,
    ...(message !== undefined && { message }),
    ...(ownFault.test(code) && { fault: 'endpoint' as const }),
    ...frame,
    notes: message === undefined ? [...frame.notes, misframed('no member Message')] : frame.notes,
  }
}

const readError = (
  error: unknown,
): { readonly code: string; readonly message?: string } | undefined => {
  if (!isObject(error)) return undefined
  const { Code: code, Message: message } = error
  if (typeof code !== 'string' || code === '') return undefined
  return typeof message === 'string' ? { code, message } : { code }
}
