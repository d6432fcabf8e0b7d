import { bodyHash } from '../../specs/wire/sha256.ts'
import { now, withHeader } from './base.ts'
import {
  bareByte,
  bodied,
  date,
  header,
  hour,
  inherited,
  minute,
  ownHeader,
  path,
  queried,
  type Forgeries,
} from './forge.ts'

/** What is altered in the message itself: headers, date, body, path, query, method. */
export const messageForgeries: Forgeries = {
  'another host': header(
    () => 'host',
    (_, { oneOf }) => oneOf(['elsewhere', '127.0.0.1', '127.0.0.1:4322', 'localhost:4321']),
  ),
  'another content type': header(
    () => 'content-type',
    (_, { oneOf }) => oneOf(['text/plain', 'application/xml', '']),
  ),
  'another date': header(date, (_, { oneOf }) => oneOf(['20241001T120001Z', '1727784001'])),
  'no date': header(date, () => undefined),
  'a date in another form': header(date, (_, { oneOf }) =>
    oneOf(['2024-10-01T12:00:00Z', 'Tue, 01 Oct 2024 12:00:00 GMT', '', '1727784000.5', '-1']),
  ),
  'a date that no calendar has': header(date, (_, { oneOf }) =>
    oneOf(['20240230T120000Z', '20241301T120000Z', '20241001T250000Z', '99999999999999']),
  ),
  'signed long ago': ({ sign }, { oneOf }) =>
    sign({ at: new Date(now.getTime() - oneOf([16 * minute, hour, 24 * hour])) }),
  'signed for later': ({ sign }, { oneOf }) =>
    sign({ at: new Date(now.getTime() + oneOf([16 * minute, hour, 24 * hour])) }),
  'a header that is not signed': (base, { oneOf }) =>
    withHeader(
      base.message,
      oneOf(['user-agent', 'accept', 'x-forwarded-for', '__proto__', 'constructor']),
      'other',
    ),
  'a signed header': header(ownHeader, (_, { oneOf }) => oneOf(['a c', 'ab', 'a b, a b', ''])),
  'a signed header is gone': header(ownHeader, () => undefined),
  'blanks around a value': header(ownHeader, (value) => `  ${value} `),
  'blanks inside a value': header(ownHeader, (value) => value.replace(' ', '   ')),
  'capitals in a value': header(ownHeader, (value) => value.toUpperCase()),
  'a session token': (base) => withHeader(base.message, base.scheme.token, 'made-up'),
  'the wrong hash of the body': (base, { oneOf }) =>
    withHeader(
      base.message,
      base.scheme.hash,
      oneOf(['0'.repeat(64), bodyHash({ body: '' }), 'UNSIGNED-PAYLOAD', '']),
    ),
  'a letter of the body': bodied((text) => text.replace('7', '8')),
  'a blank in the body': bodied((text, { oneOf }) =>
    oneOf([`${text} `, ` ${text}`, `${text}\n`, text.replace(':', ': ')]),
  ),
  'a part of the body': bodied((text, { below }) => text.slice(0, below(text.length - 1))),
  'another body': bodied((_, { oneOf }) => oneOf(['', '{}', '[]'])),
  'a mark for the byte order': bodied((text) => `\uFEFF${text}`),
  'a letter composed otherwise': bodied((text) => text.normalize('NFD')),
  'bytes that read like the body': ({ message }) => ({ ...message, bytes: bareByte(message.body) }),
  'empty steps': path((route) => route.replace('/', '//')),
  'relative steps': path((route, { oneOf }) =>
    route.replace('/', oneOf(['/./', '/../', '/x/../', '/../../'])),
  ),
  'another step': path(
    (route, { oneOf }) => `${route.replace(/\/$/u, '')}/${oneOf(['x', '%2F', '..%2F', ';a=1'])}`,
  ),
  'another query value': queried((text) => text.replace('b=2', 'b=3')),
  'a query member more': queried((text, { oneOf }) => `${text}&${oneOf(['d=1', 'b=2', 'b'])}`),
  'a query name that every object inherits': queried(
    (text, { oneOf }) => `${text}&${oneOf(inherited)}=1`,
  ),
  'another value of such a name': ({ message, sign }, { oneOf }) => {
    const name = oneOf(inherited)
    const signed = sign({}, { ...message, path: `${message.path}&${name}=1` })
    return { ...signed, path: signed.path.replace(`${name}=1`, `${name}=2`) }
  },
  'a query member less': queried((text, { oneOf }) => oneOf([text.replace('b=2&', ''), ''])),
  'another query name': queried((text) => text.replace('b=', 'B=')),
  'another method': ({ message }, { oneOf }) => ({
    ...message,
    method: oneOf(['GET', 'PUT', 'PATCH', 'OPTIONS', message.method.toLowerCase()]),
  }),
}

/** Other spellings of the same query, which not every scheme takes for the same. */
export const queryForgeries: Forgeries = {
  'the query in another order': queried((text) => text.split('&').toReversed().join('&')),
  'escapes in small letters': queried((text) => text.replace('%3A', '%3a')),
  'an escape that nobody needs': queried((text) => text.replace('b=2', '%62=2')),
  'an empty pair in the query': queried((text, { oneOf }) => oneOf([`${text}&`, `&${text}`])),
}
