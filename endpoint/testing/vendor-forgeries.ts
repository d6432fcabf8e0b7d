import { bodyHash } from '../../specs/wire/sha256.ts'
import { withHeader } from './base.ts'
import { authorization, header, path, queried, signedList, type Forgeries } from './forge.ts'

/** The scope in the authorization of AWS and Tencent. */
export const scopeForgeries: Forgeries = {
  'another day in the scope': authorization((value, _, { oneOf }) =>
    value.replace(/\/(2024-?10-?)01\//u, `/$1${oneOf(['02', '30', '00'])}/`),
  ),
  'another service': authorization((value, { scheme }, { oneOf }) =>
    value.replace(scheme.service, oneOf(['iam', 'Organizations', 'sts'])),
  ),
  'another service, signed so': ({ sign }, { oneOf }) => sign({ service: oneOf(['iam', 'sts']) }),
  'another terminator': authorization((value, _, { oneOf }) =>
    value.replace(/\/(?:aws4|tc3)_request/u, oneOf(['/aws5_request', '/request', ''])),
  ),
  'another terminator, signed so': ({ sign }, { oneOf }) =>
    sign({ terminator: oneOf(['request', 'tc4_request']) }),
}

/** What only AWS's scheme has. */
export const awsForgeries: Forgeries = {
  'another region': authorization((value, { vendor }, { oneOf }) =>
    value.replace(vendor.region, oneOf(['eu-west-1', 'US-EAST-1', ''])),
  ),
  'another region, signed so': ({ sign }, { oneOf }) =>
    sign({ region: oneOf(['eu-west-1', 'us-east-2', 'aws-global', 'US-EAST-1']) }),
  'host, content type or target unsigned': signedList((names, { oneOf }) => {
    const chosen = oneOf(['host', 'content-type', 'x-amz-target'])
    return names.filter((name) => name !== chosen)
  }),
  'an unsigned header of the vendor': (base) => withHeader(base.message, 'x-amz-more', '1'),
  'the hash of the body, unsigned': ({ message }) =>
    withHeader(message, 'x-amz-content-sha256', bodyHash(message)),
  'a signature in the query, too': queried(
    (text, { oneOf }) =>
      `${text}&${oneOf(['X-Amz-Signature', 'x-amz-signature', 'X%2DAmz-Signature'])}=${'0'.repeat(64)}`,
  ),
  'another authorization in the query': queried(
    (text, { oneOf }) =>
      `${text}&${oneOf(['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-SignedHeaders'])}=1`,
  ),
  'no equals sign in the query': ({ message, sign }) => {
    const [route = ''] = message.path.split('?')
    return { ...sign({}, { ...message, path: `${route}?b=` }), path: `${route}?b` }
  },
  'a plus for a blank': queried((text) => text.replace('%20', '+')),
}

/** What only Tencent's scheme has. */
export const tencentForgeries: Forgeries = {
  'host or content type unsigned': signedList((names, { oneOf }) => {
    const chosen = oneOf(['host', 'content-type'])
    return names.filter((name) => name !== chosen)
  }),
  'the action unsigned': signedList((names) => names.filter((name) => name !== 'x-tc-action')),
  'the service of the host': ({ sign }) => sign({ service: '127' }),
  'another port where none was signed': ({ message, sign }) => {
    const portless = sign({}, withHeader(message, 'host', '127.0.0.1'))
    return withHeader(portless, 'host', '127.0.0.1:4322')
  },
  'capitals in the content type': header(
    () => 'content-type',
    (value) => value.replace('json', 'JSON'),
  ),
  'capitals in the action': header(
    () => 'x-tc-action',
    (value) => value.toUpperCase(),
  ),
  'another action': header(
    () => 'x-tc-action',
    () => 'DeleteOrganization',
  ),
  'another version': header(
    () => 'x-tc-version',
    (_, { oneOf }) => oneOf(['2021-03-31', '']),
  ),
  'another region': header(
    () => 'x-tc-region',
    (_, { oneOf }) => oneOf(['ap-beijing', 'nowhere', '']),
  ),
  'an unsigned header of the vendor': (base) => withHeader(base.message, 'x-tc-language', 'en-US'),
  'a plus for a blank': queried((text) => text.replace('%20', '+')),
}

/** What only SDK-HMAC-SHA256 has. */
export const huaweiForgeries: Forgeries = {
  'the date unsigned': signedList((names) => names.filter((name) => name !== 'x-sdk-date')),
  'the content type unsigned': signedList((names) =>
    names.filter((name) => name !== 'content-type'),
  ),
  'a slash at the end': path((route) => `${route}/`),
  'an escaped slash': path((route) => route.replace(/(?<=.)\//u, '%2F')),
  'an escaped letter of the path': path((route, { oneOf }) =>
    route.replace(/v([12])/u, oneOf(['%76$1', 'v%3$1'])),
  ),
  'a plus for a blank': queried((text) => text.replace('%20', '+')),
  'the right hash of the body, unsigned': ({ message }) =>
    withHeader(message, 'x-sdk-content-sha256', bodyHash(message)),
}

/** A header that names the account is looked at where the SDKs send one. */
export const organizationsForgeries: Forgeries = {
  'the account of somebody else': ({ message, otherKey }) =>
    withHeader(message, 'x-domain-id', otherKey),
  'the account of the caller, unsigned': ({ message, accessKey }) =>
    withHeader(message, 'x-domain-id', accessKey),
}
