import type { Operation } from '../contract/contract.ts'
import type { JsonObject } from '../contract/json.ts'
import { answersBody, isBare, isError } from './answers-body.ts'
import { isBlank, misframed, noHeader, wrongType } from './frame-notes.ts'
import { readObject } from './json-body.ts'
import { restError } from './rest-error.ts'
import { unimplementedReply } from './unimplemented.ts'
import type { Answer, FrameNote, Reply, Show } from './wire.ts'

const garbled = ({ status }: Answer, problem: string): Reply => ({
  kind: 'garbled',
  status,
  problem,
})

const frameNotes = ({ headers, body }: Answer): readonly FrameNote[] => {
  const type = headers['content-type']
  const json = /^application\/json\b/iu.test(type ?? '')
  return [
    ...(body !== '' && !json ? [wrongType(type, 'application/json')] : []),
    ...(isBlank(headers['x-request-id']) ? [noHeader('x-request-id')] : []),
  ]
}

const readBody = (
  operation: Operation,
  { body }: Answer,
  show?: Show,
): ReturnType<typeof readObject> => {
  const empty = body.trim() === '' || (isBare(body) && !answersBody(operation))
  return empty ? { object: {} } : readObject(body, show)
}

const statusNotes = (operation: Operation, { status }: Answer): readonly FrameNote[] =>
  status === operation.status
    ? []
    : [{ of: 'status', says: `status ${status}, documented is ${operation.status}` }]

/** How a service is read. */
interface RestReading {
  readonly show?: Show | undefined
  /** services of its family are seen to put an error into the answer of a success: that is the refusal it says */
  readonly errorsInSuccess?: true | undefined
}

const errorInSuccess = (
  answer: Answer,
  body: JsonObject,
  { errorsInSuccess }: RestReading,
): Reply | undefined => {
  const { status } = answer
  const error = restError(body)
  if (error === undefined) return undefined
  const problem = `status ${status} carries the error ${error.code}`
  if (errorsInSuccess === true)
    return {
      kind: 'refusal',
      status,
      inSuccess: true,
      ...error,
      notes: [{ of: 'status', says: problem }, ...error.notes, ...frameNotes(answer)],
    }
  return typeof body['error_code'] === 'string' ? { kind: 'garbled', status, problem } : undefined
}

const decodeSuccess = (operation: Operation, answer: Answer, reading: RestReading): Reply => {
  const read = readBody(operation, answer, reading.show)
  if ('problem' in read) return garbled(answer, read.problem)
  const error = errorInSuccess(answer, read.object, reading)
  if (error !== undefined) return error
  const notes = [...statusNotes(operation, answer), ...frameNotes(answer)]
  return { kind: 'output', status: answer.status, output: read.object, notes }
}

/** A gateway that has no such API, or a server that knows the path but not what is asked of it. */
const missingOperation = (answer: Answer, code: string | undefined): Reply | undefined => {
  const gateway = code !== undefined && /^APIGW?\.0101$/u.test(code)
  const bare = code === undefined && answer.status === 405
  if (!gateway && !bare) return unimplementedReply(answer, code)
  const how = gateway ? 'an error code that means so' : 'status 405 without an error envelope'
  return {
    kind: 'unimplemented',
    status: answer.status,
    how,
    ...(code === undefined ? {} : { code }),
  }
}

const decodeError = (operation: Operation, answer: Answer, show?: Show): Reply => {
  const read = readObject(answer.body, show)
  const error = 'problem' in read ? undefined : restError(read.object)
  const declared = error !== undefined && operation.errors.includes(error.code)
  const missing = declared ? undefined : missingOperation(answer, error?.code)
  if (missing !== undefined) return missing
  if ('problem' in read) return unnamed(answer, read.problem)
  if (error === undefined) return garbled(answer, `status ${answer.status} without an error code`)
  const notes = [...error.notes, ...frameNotes(answer)]
  return { kind: 'refusal', status: answer.status, ...error, notes }
}

/** What stands in front of the service may turn a caller away in plain text; for clients its status is the code then. */
const unnamed = (answer: Answer, problem: string): Reply => {
  const { status } = answer
  if (status !== 401 && status !== 403) return garbled(answer, problem)
  const notes = [misframed(problem), ...frameNotes(answer)]
  return { kind: 'refusal', status, code: String(status), notes }
}

/**
 * What an answer says. A success is a status 2xx with a JSON object or nothing; a refusal a status of 400 or
 * more with an `error_code`; whatever says that the operation is not offered is `unimplemented`, unless the
 * document declares that very error; the rest is garbled.
 */
export function decodeRest(operation: Operation, answer: Answer, reading: RestReading = {}): Reply {
  if (isError(answer)) return decodeError(operation, answer, reading.show)
  if (answer.status >= 200 && answer.status < 300) return decodeSuccess(operation, answer, reading)
  return garbled(answer, `status ${answer.status} is neither a success nor an error`)
}
