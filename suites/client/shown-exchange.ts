import { isSecretHeader, redacted, redactionWith, type Redact } from './redaction.ts'
import type { Exchange } from './transcript.ts'

/** An exchange as reports show it: without secrets, bodies cut. */
export type ShownExchange = Exchange

/** Characters of a body that are kept. */
const bodyLimit = 4096

/** An exchange without its secrets, those of the target and its own. */
export function shownExchange(exchange: Exchange, redactTarget: Redact): ShownExchange {
  const { request: sent, answer, lost, ...plain } = exchange
  // bytes that are no text are shown as what they read like
  const { bytes: _, ...request } = sent
  const redact = redactionWith(redactTarget, [exchange])
  const show = <T extends { readonly headers: Exchange['request']['headers']; body: string }>(
    message: T,
  ): T => ({
    ...message,
    headers: headersWithout(message.headers, redact),
    body: cut(redact(message.body)),
  })
  return {
    ...plain,
    request: { ...show(request), path: redact(request.path) },
    ...(answer && { answer: show(answer) }),
    ...(lost !== undefined && { lost: redact(lost) }),
  }
}

const headersWithout = (
  headers: Exchange['request']['headers'],
  redact: Redact,
): Exchange['request']['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      redact(name),
      isSecretHeader(name) ? redacted : redact(value),
    ]),
  )

const cut = (body: string): string =>
  body.length <= bodyLimit
    ? body
    : `${body.slice(0, bodyLimit)}… (${body.length} characters in all)`
