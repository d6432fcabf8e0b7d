import type { Principal, Target } from './target.ts'
import type { Exchange } from './transcript.ts'

/** An exchange as reports show it: without secrets, bodies cut. */
export type ShownExchange = Exchange

/** What stands in the place of a secret. */
export const redacted = '«redacted»'

/** Headers whose value is a secret or proves possession of one. */
const secretHeaders: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-amz-security-token',
  'x-auth-token',
  'x-security-token',
  'x-subject-token',
  'x-tc-token',
])

/** Characters of a body that are kept. */
const bodyLimit = 4096

/** Shorter secrets are found inside ordinary words; replacing them would spoil what is said. */
const leastSecret = 8

/** Takes the target's own secrets out of a text that the endpoint had a part in. */
export type Redact = (text: string) => string

/** The redaction that belongs to a target: its secrets and session tokens, wherever an endpoint echoes them. */
export function redactionOf(target: Target): Redact {
  const secrets = principalsOf(target)
    .flatMap(({ secret, token }) => [secret, token ?? ''])
    .filter((secret) => secret.length >= leastSecret)
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, redacted), text)
}

/** An exchange without its secrets: by header name, then by the target's own values. */
export function shownExchange(exchange: Exchange, redact: Redact): ShownExchange {
  const { request: sent, answer, lost, ...plain } = exchange
  // bytes that are no text are shown as what they read like
  const { bytes: _, ...request } = sent
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

const principalsOf = ({ accounts }: Target): readonly Principal['credentials'][] => {
  if (accounts.mode === 'any') return [accounts.credentials]
  const { management, member, invitee, outsider } = accounts
  return [management, member, invitee, outsider].flatMap((who) => who?.credentials ?? [])
}

const headersWithout = (
  headers: Exchange['request']['headers'],
  redact: Redact,
): Exchange['request']['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) ? redacted : redact(value),
    ]),
  )

const cut = (body: string): string =>
  body.length <= bodyLimit
    ? body
    : `${body.slice(0, bodyLimit)}… (${body.length} characters in all)`
