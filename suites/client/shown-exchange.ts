import { partOf } from './part-of.ts'
import { isSecretHeader, redacted, redactionWith, type Redact } from './redaction.ts'
import type { Exchange } from './transcript.ts'

/** An exchange as reports show it: without secrets, bodies and long headers cut. */
export type ShownExchange = Exchange

/** Characters that are shown of a body, and of a name or value of a header. */
interface Room {
  readonly body: number
  readonly header: number
}

const plenty: Room = { body: 4096, header: 1024 }

/** Where a great deal has been shown already, the rest is only hinted at. */
const little: Room = { body: 256, header: 64 }

/** Characters of exchanges that are shown with plenty of room: those of a report that people still open. */
const enough = 8 * 1024 * 1024

/** Shows exchanges one after the other, in less room once they come to very much. */
export function exchangeShower(redactTarget: Redact): (exchange: Exchange) => ShownExchange {
  let shown = 0
  return (exchange) => {
    const one = exchangeIn(shown < enough ? plenty : little, exchange, redactTarget)
    for (const { headers, body } of [one.request, ...(one.answer ? [one.answer] : [])]) {
      shown += body.length + Object.entries(headers).flat().join('').length
    }
    return one
  }
}

/** An exchange without its secrets, those of the target and its own. To show it once more changes nothing. */
export function shownExchange(exchange: Exchange, redactTarget: Redact): ShownExchange {
  return exchangeIn(plenty, exchange, redactTarget)
}

const exchangeIn = (room: Room, exchange: Exchange, redactTarget: Redact): ShownExchange => {
  const { request: sent, answer, lost, ...plain } = exchange
  // bytes that are no text are shown as what they read like
  const { bytes: _, ...request } = sent
  const redact = redactionWith(redactTarget, [exchange])
  const show = <T extends { readonly headers: Exchange['request']['headers']; body: string }>(
    message: T,
  ): T => ({
    ...message,
    headers: headersIn(room, message.headers, redact),
    body: cut(redact(message.body), room.body),
  })
  return {
    ...plain,
    request: { ...show(request), path: cut(redact(request.path), room.body) },
    ...(answer && { answer: show(answer) }),
    ...(lost !== undefined && { lost: redact(lost) }),
  }
}

const headersIn = (
  { header }: Room,
  headers: Exchange['request']['headers'],
  redact: Redact,
): Exchange['request']['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      cut(redact(name), header),
      isSecretHeader(name) ? redacted : cut(redact(value), header),
    ]),
  )

/** The beginning of a text that is too long, and how long it is, in so many characters. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  const said = `… (${text.length} characters in all)`
  return partOf(text, 0, most - said.length) + said
}
