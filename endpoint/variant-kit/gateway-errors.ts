import type { JsonObject } from '../../specs/contract/json.ts'
import type { Answer } from '../../specs/wire/wire.ts'
import { bodyObject, framing, type AlterVaried } from './rewriting.ts'

/** The error of a gateway in front of the service, as its body has it. */
export type GatewayError = Readonly<Partial<JsonObject>>

/** Writes the errors that are the gateway's own, not the service's, otherwise. */
export function gatewayErrors(
  change: (error: GatewayError, answer: Answer) => JsonObject,
): AlterVaried {
  return framing((answer) => {
    const error: GatewayError | undefined = answer.status < 400 ? undefined : bodyObject(answer)
    const code = error?.['error_code']
    const own = typeof code === 'string' && code.startsWith('APIGW.')
    return error !== undefined && own
      ? { ...answer, body: JSON.stringify(change(error, answer)) }
      : answer
  })
}
