import { withHeader } from './base.ts'
import {
  authorization,
  header,
  inherited,
  list,
  signature,
  signedList,
  type Forgeries,
} from './forge.ts'

/** What is altered in the header `authorization`: the key, the signature, the list of names, the parts. */
export const authorizationForgeries: Forgeries = {
  'another scheme': authorization((value, { scheme }, { oneOf }) =>
    value.replace(
      scheme.word,
      oneOf([
        'Bearer',
        'AWS4-HMAC-SHA512',
        'HMAC-SHA256',
        scheme.word.toLowerCase(),
        `${scheme.word} ${scheme.word}`,
      ]),
    ),
  ),
  'no authorization': header(
    () => 'authorization',
    () => undefined,
  ),
  'an empty authorization': header(
    () => 'authorization',
    () => '',
  ),
  'the key of another account': authorization((value, { accessKey, otherKey }) =>
    value.replace(accessKey, otherKey),
  ),
  'a key that nobody has': authorization((value, { accessKey }, { oneOf }) =>
    value.replace(
      accessKey,
      oneOf(['AKIAORGPROOFNOBODY', `${accessKey}0`, accessKey.slice(1), `%${accessKey}`]),
    ),
  ),
  'no key': authorization((value, { accessKey }) => value.replace(accessKey, '')),
  'a digit of the signature': signature((digits, { below }) => {
    const at = below(digits.length)
    return digits.slice(0, at) + (digits[at] === '0' ? '1' : '0') + digits.slice(at + 1)
  }),
  'a signature in capitals': signature((digits) => digits.toUpperCase()),
  'a shorter signature': signature((digits, { below }) => digits.slice(below(63) + 1)),
  'a longer signature': signature((digits, { oneOf }) => digits + oneOf(['0', '00', digits])),
  'an empty signature': signature(() => ''),
  'a signature in another alphabet': signature((digits) =>
    Buffer.from(digits, 'hex').toString('base64'),
  ),
  'a signature with a blank': signature((digits, { below }) => {
    const at = below(62) + 1
    return `${digits.slice(0, at)} ${digits.slice(at)}`
  }),
  'the signature of another message': ({ message, sign }) =>
    withHeader(
      message,
      'authorization',
      sign({}, { ...message, body: '{}' }).headers['authorization'],
    ),
  'another secret': ({ sign }, { oneOf }) =>
    sign({ secret: oneOf(['', 'orgproof-secret ', 'Orgproof-secret']) }),
  'names in another order': list((names) => names.toReversed().join(';')),
  'names in another order, signed so': signedList((names) => names.toReversed()),
  'a name twice': list((names, { oneOf }) => [...names, oneOf(names)].toSorted().join(';')),
  'a name twice, signed so': signedList((names, { oneOf }) => [...names, oneOf(names)].toSorted()),
  'a name in capitals': list((names, { oneOf }) => {
    const chosen = oneOf(names)
    return names.map((name) => (name === chosen ? name.toUpperCase() : name)).join(';')
  }),
  'a name left out': list((names, { oneOf }) => {
    const chosen = oneOf(names)
    return names.filter((name) => name !== chosen).join(';')
  }),
  'the name of a header that is not there': list((names, { oneOf }) =>
    [...names, oneOf(['accept', 'x-nothing'])].toSorted().join(';'),
  ),
  'the name of a header that is not there, signed so': signedList((names, { oneOf }) =>
    [...names, oneOf(['accept', 'x-nothing'])].toSorted(),
  ),
  'names that every object inherits': list((names, { oneOf }) =>
    [...names, oneOf(inherited)].toSorted().join(';'),
  ),
  'names that every object inherits, signed so': signedList((names, { oneOf }) =>
    [...names, oneOf(inherited)].toSorted(),
  ),
  'no names': list(() => ''),
  'an empty name': list((names, { oneOf }) =>
    oneOf([`${names.join(';')};`, `;${names.join(';')}`, names.join(';;')]),
  ),
  'names with commas': list((names) => names.join(',')),
  'a name more that was signed': signedList((names) => [...names, 'user-agent'].toSorted()),
  'a part twice': authorization(
    (value, _, { oneOf }) =>
      value + oneOf([`, ${value.split(', ').at(-1) ?? ''}`, `, ${value.split(', ')[1] ?? ''}`]),
  ),
  'a part too many': authorization((value) => `${value}, More=1`),
  'a part missing': authorization((value, _, { below }) =>
    value.split(', ').toSpliced(below(3), 1).join(', '),
  ),
  'parts in another order': authorization((value) => {
    const [first = '', second = '', third = ''] = value.split(', ')
    return [first, third, second].join(', ')
  }),
  'another separator': authorization((value) => value.replaceAll(', ', '; ')),
  'no blank behind the commas': authorization((value) => value.replaceAll(', ', ',')),
}
