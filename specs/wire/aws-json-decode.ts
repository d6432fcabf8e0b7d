import type { Operation } from '../contract/contract.ts'
import type { JsonObject } from '../contract/json.ts'
import { answersBody, isBare, isError } from './answers-body.ts'
import { errorNames, errorNotes, errorTexts } from './aws-json-error.ts'
import { isBlank, noHeader, wrongType } from './frame-notes.ts'
import { readObject } from './json-body.ts'
import { unimplementedReply } from './unimplemented.ts'
import type { Answer, FrameNote, Reply, Show } from './wire.ts'

/** The media type of AWS JSON 1.1. */
export const awsJsonType = 'application/x-amz-json-1.1'

/** Whether a content type is that of AWS JSON 1.1; parameters such as a charset do not matter. */
export function isAwsJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === awsJsonType
}

const frameNotes = (answer: Answer): readonly FrameNote[] => {
  const type = answer.headers['content-type']
  const notes: FrameNote[] = []
  if (answer.body !== '' && !isAwsJson(type)) {
    notes.push(wrongType(type, awsJsonType))
  }
  if (isBlank(answer.headers['x-amzn-requestid'])) notes.push(noHeader('x-amzn-requestid'))
  return notes
}

/** The protocol has one status for every success. */
const statusNotes = ({ status }: Answer): readonly FrameNote[] =>
  status === 200 ? [] : [{ of: 'status', says: `status ${status}, not 200` }]

/** A body that holds nothing stands for an empty object; where nothing is answered, so do `null` and white space. */
const readBody = (
  operation: Operation,
  { body }: Answer,
  show?: Show,
): ReturnType<typeof readObject> =>
  body === '' || (!answersBody(operation) && isBare(body)) ? { object: {} } : readObject(body, show)

const garbled = (answer: Answer, problem: string): Reply => ({
  kind: 'garbled',
  status: answer.status,
  problem,
})

/** The error in a success: clients look at the status alone and would take it for an output. */
const disguisedError = (
  operation: Operation,
  answer: Answer,
  object: JsonObject,
): string | undefined => {
  // a `code` member could be a proper output; `__type` and the header are the envelope's own
  const error = errorNames(answer, object).find((name) => name.source !== 'code')
  if (error === undefined) return undefined
  const declared = operation.errors.includes(error.code)
  const worded = errorTexts(object).message !== undefined
  const named = /(Exception|Error|Fault)$/.test(error.code)
  return declared || worded || named || error.source === 'x-amzn-errortype' ? error.code : undefined
}

const decodeSuccess = (operation: Operation, answer: Answer, show?: Show): Reply => {
  const read = readBody(operation, answer, show)
  if ('problem' in read) return garbled(answer, read.problem)
  const error = disguisedError(operation, answer, read.object)
  if (error !== undefined) {
    return garbled(answer, `status ${answer.status} carries the error ${error}`)
  }
  const notes = [...statusNotes(answer), ...frameNotes(answer)]
  return { kind: 'output', status: answer.status, output: read.object, notes }
}

const decodeError = (operation: Operation, answer: Answer, show?: Show): Reply => {
  const read = readBody(operation, answer, show)
  if ('problem' in read) {
    return unimplementedReply(answer, undefined) ?? garbled(answer, read.problem)
  }
  const names = errorNames(answer, read.object)
  const code = names[0]?.code
  if (code === undefined) {
    const problem = `status ${answer.status} without an error name`
    return unimplementedReply(answer, code) ?? garbled(answer, problem)
  }
  // a declared error is what the operation may answer, whatever it is called
  const declared = operation.errors.includes(code)
  const unimplemented = declared ? undefined : unimplementedReply(answer, code)
  if (unimplemented !== undefined) return unimplemented
  const notes = [...errorNotes(read.object, names), ...frameNotes(answer)]
  return { kind: 'refusal', status: answer.status, code, ...errorTexts(read.object), notes }
}

/**
 * What an answer of AWS JSON 1.1 says (Smithy, "AWS JSON 1.1 protocol"). A success is a status 2xx
 * with a JSON object or nothing; a refusal a status of 400 or more with an error name; whatever
 * says that the operation is not offered is `unimplemented`, unless the document declares that
 * very error; the rest is garbled.
 */
export function decodeAwsJson(operation: Operation, answer: Answer, show?: Show): Reply {
  if (isError(answer)) return decodeError(operation, answer, show)
  if (answer.status >= 200 && answer.status < 300) return decodeSuccess(operation, answer, show)
  return garbled(answer, `status ${answer.status} is neither a success nor an error`)
}
