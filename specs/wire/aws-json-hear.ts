import { isAwsJson } from './aws-json-decode.ts'
import { readObject } from './json-body.ts'
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

/**
 * Which call a message of AWS JSON 1.1 is: method, then target, then content type, then body. The
 * path is not looked at, for an endpoint may lie under any prefix. Whether the operation exists is
 * the listener's to say.
 */
export function hearAwsJson(message: Message, targetPrefix: string): Heard | WireProblem {
  if (message.method !== 'POST') {
    return wireProblem('wire.wrong-method', `method ${message.method}, expected POST`)
  }
  const target = targetOf(message, targetPrefix)
  if ('problem' in target) return target
  const type = message.headers['content-type']
  if (!isAwsJson(type)) {
    return wireProblem('wire.wrong-content-type', `content-type is ${type ?? 'absent'}`)
  }
  const read = readObject(message.body)
  if ('problem' in read) return wireProblem('wire.malformed-body', read.problem)
  return { operation: target.operation, input: read.object }
}
