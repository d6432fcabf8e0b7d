import type { Call } from '../client/call.ts'

/** What happens to a message before it is signed. */
export type MessageChange = NonNullable<Call['before']>

/** The content type with a character set. */
export const withCharset: MessageChange = (message) => ({
  ...message,
  headers: {
    ...message.headers,
    'content-type': `${message.headers['content-type'] ?? ''}; charset=utf-8`,
  },
})

/** White space around the body. */
export const withSpace: MessageChange = (message) => ({
  ...message,
  body: ` \r\n${message.body}\n\t `,
})

/** A query member that nobody knows. */
export const withQuery: MessageChange = (message) => ({
  ...message,
  path: `${message.path}${message.path.includes('?') ? '&' : '?'}orgproof_unknown=1`,
})

/** The first letter behind the last slash, escaped: the same path (RFC 3986, section 6.2.2.2). */
export const withEscape: MessageChange = (message) => ({
  ...message,
  path: message.path.replace(
    /\/([a-z])([^/]*)$/u,
    (_, letter: string, rest: string) =>
      `/%${letter.charCodeAt(0).toString(16).toUpperCase()}${rest}`,
  ),
})
