import {
  accountRead,
  codeRead,
  type IdentityPlace,
  type IdentityReading,
  type IdentityService,
} from '../../vendor/identity-service.ts'
import { readSigV4Authorization } from '../../wire/sigv4-authorization.ts'
import { verifySigV4 } from '../../wire/sigv4-verify.ts'
import { signSigV4 } from '../../wire/sigv4.ts'
import { wireProblem } from '../../wire/wire-problem.ts'
import type { Answer, Message, MessageHead } from '../../wire/wire.ts'
import { readXml } from '../../wire/xml.ts'

const service = 'sts'
const operation = 'GetCallerIdentity'
const version = '2011-06-15'

/** Partitions by their regions: the domains of their endpoints, and the one in which the service has its name. */
const places: readonly IdentityPlace[] = [
  ['^(us|eu|ap|sa|ca|me|af|il|mx)-\\w+-\\d+$', 'amazonaws.com', 'api.aws'],
  ['^us-gov-\\w+-\\d+$', 'amazonaws.com', 'api.aws'],
  ['^cn-\\w+-\\d+$', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  ['^eusc-(de)-\\w+-\\d+$', 'amazonaws.eu', 'api.amazonwebservices.eu'],
  ['^us-iso-\\w+-\\d+$', 'c2s.ic.gov', 'api.aws.ic.gov'],
  ['^us-isob-\\w+-\\d+$', 'sc2s.sgov.gov', 'api.aws.scloud'],
  ['^eu-isoe-\\w+-\\d+$', 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  ['^us-isof-\\w+-\\d+$', 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
].map(([regions = '', domain = '', dual = '']) => ({
  domains: [domain, dual],
  regions,
  url: `https://sts.{region}.${domain}`,
}))

/** AWS Security Token Service: a form that is posted, and XML that is answered. */
export const awsIdentity: IdentityService = {
  citations: [
    {
      kind: 'sdk',
      source: '@aws-sdk/client-sts@3.670.0 GetCallerIdentityCommand, endpoint/ruleset',
    },
    { kind: 'sdk', source: '@aws-sdk/core@3.981.2 util-endpoints/lib/aws/partitions' },
    { kind: 'protocol', source: 'Smithy 2.0, "AWS Query protocol": requests, responses, errors' },
  ],
  places: () => places,
  expired: {
    surely: ['ExpiredTokenException', 'ExpiredToken'],
    perhaps: [],
    citations: [{ kind: 'sdk', source: 'aws/aws-sdk-go aws/request/retryer.go credsExpiredCodes' }],
  },
  ask: async (endpoint, scope) => signSigV4(question, endpoint, { ...scope, service }),
  read: readIdentity,
  serves: isForm,
  verify: (message, keys, serving) => verified(message, keys, serving),
  answer: (account, _message, requestId) => {
    const identity = `<Arn>arn:aws:iam::${account}:root</Arn><UserId>${account}</UserId><Account>${account}</Account>`
    const result = `<${operation}Result>${identity}</${operation}Result>`
    const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`
    return framed(200, `${operation}Response`, `${result}${metadata}`)
  },
  refuse: ({ problem, detail }, requestId) => {
    const [code, status] = codes[problem] ?? unusual
    const error = `<Type>Sender</Type><Code>${code}</Code><Message>${plain(detail)}</Message>`
    return framed(
      status,
      'ErrorResponse',
      `<Error>${error}</Error><RequestId>${requestId}</RequestId>`,
    )
  },
}

const question: Message = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: `Action=${operation}&Version=${version}`,
}

/** A form signed for this service: of whom nobody knows, only the head is kept. What names a target is meant for another. */
function isForm({ method, headers }: MessageHead): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (method !== 'POST' || type !== 'application/x-www-form-urlencoded') return false
  if (headers['x-amz-target'] !== undefined) return false
  return readSigV4Authorization(headers['authorization'] ?? '')?.service === service
}

const verified: IdentityService['verify'] = async (message, keys, serving) => {
  const sender = verifySigV4(message, keys, { ...serving, service })
  const form = new URLSearchParams(message.body)
  const asked = form.get('Action') === operation && form.get('Version') === version
  return 'problem' in sender || asked
    ? sender
    : wireProblem('wire.unknown-operation', `only ${operation} of ${version} is answered`)
}

function readIdentity({ body }: Answer): IdentityReading {
  const texts = readXml(body)
  if (texts === undefined) return { says: 'an answer that is not the XML it has to be' }
  const one = (path: string): string | undefined => {
    const found = texts.get(path) ?? []
    return found.length === 1 ? found[0] : undefined
  }
  return texts.has('ErrorResponse')
    ? codeRead(one('ErrorResponse/Error/Code'))
    : accountRead(one(`${operation}Response/${operation}Result/Account`))
}

/** AWS General Reference, "Common errors", as the Query protocol names and frames them. */
const codes: Readonly<Record<string, readonly [code: string, status: number]>> = {
  'wire.missing-signature': ['MissingAuthenticationToken', 403],
  'wire.malformed-signature': ['IncompleteSignature', 400],
  'wire.unsigned-header': ['SignatureDoesNotMatch', 403],
  'wire.invalid-signature': ['SignatureDoesNotMatch', 403],
  'wire.wrong-scope': ['SignatureDoesNotMatch', 403],
  'wire.expired': ['SignatureDoesNotMatch', 403],
  'wire.unknown-operation': ['InvalidAction', 400],
  'wire.unknown-key': ['InvalidClientTokenId', 403],
  'wire.invalid-token': ['InvalidClientTokenId', 403],
}
const unusual = ['ValidationError', 400] as const

const plain = (text: string): string =>
  text.replaceAll(/[&<>]/gu, (mark) => ({ '&': '&amp;', '<': '&lt;' })[mark] ?? '&gt;')

const framed = (status: number, root: string, content: string): Answer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<${root} xmlns="https://sts.amazonaws.com/doc/${version}/">${content}</${root}>`,
})
