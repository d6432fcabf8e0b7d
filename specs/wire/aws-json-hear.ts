import { isAwsJson } from './aws-json-decode.ts'
import { readMessageObject } from './json-body.ts'
import { splitQuery } from './query.ts'
import { wireProblem } from './wire-problem.ts'
import type { Heard, Message, WireProblem } from './wire.ts'

const operationOf = (target: string, prefix: string): string | undefined => {
  const [service, name, ...more] = target.split('.')
  if (service !== prefix || more.length > 0) return undefined
  return name !== undefined && /^\w+$/.test(name) ? name : undefined
}

const targetOf = (
  message: Message,
  prefix: string,
): { readonly operation: string } | WireProblem => {
  const target = message.headers['x-amz-target']
  if (target === undefined) return wireProblem('wire.unknown-operation', 'no header x-amz-target')
  const operation = operationOf(target, prefix)
  return operation === undefined
    ? wireProblem('wire.unknown-operation', `x-amz-target is not ${prefix}.<operation>`)
    : { operation }
}

/** A path that goes nowhere twice or back; to a signature it is the same as the one without. */
const isRoundabout = (path: string): boolean => /\/(?:\/|\.{1,2}(?:\/|$))/u.test(path)

/**
 * Which call a message of AWS JSON 1.1 is: method, then path, then target, then content type, then body. Messages go
 * to the root URL (Smithy, "AWS JSON 1.1 protocol"), which may lie under any prefix: a path with empty or relative
 * steps is neither. Whether the operation exists is the listener's to say.
 */
export function hearAwsJson(message: Message, targetPrefix: string): Heard | WireProblem {
  if (message.method !== 'POST') {
    return wireProblem('wire.wrong-method', `method ${message.method}, expected POST`)
  }
  const [path] = splitQuery(message.path)
  if (isRoundabout(path))
    return wireProblem('wire.unknown-operation', `${path} is not the root URL`)
  const target = targetOf(message, targetPrefix)
  if ('problem' in target) return target
  const type = message.headers['content-type']
  if (!isAwsJson(type)) {
    return wireProblem('wire.wrong-content-type', `content-type is ${type ?? 'absent'}`)
  }
  const read = readMessageObject(message)
  if ('problem' in read) return wireProblem('wire.malformed-body', read.problem)
  return { operation: target.operation, input: read.object }
}
