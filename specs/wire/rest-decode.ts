import type { Operation } from '../contract/contract.ts'
import { answersBody, isBare, isError } from './answers-body.ts'
import { readObject } from './json-body.ts'
import { restError } from './rest-error.ts'
import { unimplementedReply } from './unimplemented.ts'
import type { Answer, Reply, Show } from './wire.ts'

const garbled = ({ status }: Answer, problem: string): Reply => ({
  kind: 'garbled',
  status,
  problem,
})

const frameNotes = ({ headers, body }: Answer): readonly string[] => {
  const type = headers['content-type']
  const json = /^application\/json\b/iu.test(type ?? '')
  return [
    ...(body !== '' && !json ? [`content-type is ${type ?? 'absent'}, not application/json`] : []),
    ...(headers['x-request-id'] === undefined ? ['no header x-request-id'] : []),
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

const statusNotes = (operation: Operation, { status }: Answer): readonly string[] =>
  status === operation.status ? [] : [`status ${status}, documented is ${operation.status}`]

const decodeSuccess = (operation: Operation, answer: Answer, show?: Show): Reply => {
  const read = readBody(operation, answer, show)
  if ('problem' in read) return garbled(answer, read.problem)
  if (typeof read.object['error_code'] === 'string') {
    return garbled(answer, `status ${answer.status} carries the error ${read.object['error_code']}`)
  }
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
  if ('problem' in read) return garbled(answer, read.problem)
  if (error === undefined) return garbled(answer, `status ${answer.status} without an error code`)
  const notes = [...error.notes, ...frameNotes(answer)]
  return { kind: 'refusal', status: answer.status, ...error, notes }
}

/**
 * What an answer says. A success is a status 2xx with a JSON object or nothing; a refusal a status of 400 or
 * more with an `error_code`; whatever says that the operation is not offered is `unimplemented`, unless the
 * document declares that very error; the rest is garbled.
 */
export function decodeRest(operation: Operation, answer: Answer, show?: Show): Reply {
  if (isError(answer)) return decodeError(operation, answer, show)
  if (answer.status >= 200 && answer.status < 300) return decodeSuccess(operation, answer, show)
  return garbled(answer, `status ${answer.status} is neither a success nor an error`)
}
