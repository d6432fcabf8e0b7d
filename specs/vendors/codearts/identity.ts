import { isObject, type Json } from '../../contract/json.ts'
import {
  accountRead,
  codeRead,
  type IdentityReading,
  type IdentityService,
} from '../../vendor/identity-service.ts'
import { verifyToken } from '../../wire/issued-token.ts'
import { readObject } from '../../wire/json-body.ts'
import { splitQuery } from '../../wire/query.ts'
import { wireProblem } from '../../wire/wire-problem.ts'
import type { Answer, Message, MessageHead } from '../../wire/wire.ts'
import { huaweiIdentity } from '../huawei/identity.ts'

const path = '/v3/auth/tokens'

/** The regions in which IAM is published. */
const regions = [
  'cn-(north-(1|2|4|9|12)|east-(2|3|4|5)|south-(1|2)|southwest-2)',
  'ap-southeast-(1|2|3|4)',
  'af-south-1',
  'sa-brazil-1',
  'la-(south-2|north-2)',
  'na-mexico-1',
  'eu-west-0',
  'my-kualalumpur-1',
  'ru-moscow-1',
  'me-east-1',
  'ae-ad-1',
  'tr-west-1',
]

/** Whose a token is, IAM says; of keys the same service as elsewhere with this vendor. */
export const codeartsIdentity: IdentityService = {
  citations: [
    {
      kind: 'sdk',
      source:
        'huaweicloud/huaweicloud-sdk-go-v3@19e5023a services/iam/v3/model: model_keystone_validate_token_response.go, model_token_result.go, model_token_user_result.go',
    },
    { kind: 'sdk', source: 'huaweicloudsdkcore@3.1.219 auth/endpoint.py' },
    ...huaweiIdentity.citations,
  ],
  places: (credentials) =>
    credentials.token === undefined
      ? huaweiIdentity.places(credentials)
      : [
          {
            domains: ['myhuaweicloud.com'],
            regions: `^(${regions.join('|')})$`,
            url: 'https://iam.{region}.myhuaweicloud.com',
          },
        ],
  expired: {
    surely: [],
    perhaps: ['APIGW.0307', 'APIGW.0301'],
    citations: huaweiIdentity.expired.citations,
  },
  ask: async (endpoint, scope) => {
    const { token } = scope.credentials
    return token === undefined ? huaweiIdentity.ask(endpoint, scope) : questionOf(token, endpoint)
  },
  read: readIdentity,
  serves: (message) => isOfToken(message) || huaweiIdentity.serves(message),
  verify: async (message, keys, serving) => {
    if (!isOfToken(message)) return huaweiIdentity.verify(message, keys, serving)
    const { 'x-auth-token': asking, 'x-subject-token': asked } = message.headers
    if (asked === undefined || asked !== asking) {
      return wireProblem('wire.invalid-token', 'a token is told about itself alone')
    }
    return verifyToken(message, keys, serving.now)
  },
  answer: (account, message, requestId) =>
    isOfToken(message)
      ? tokenAnswer(account, message, requestId)
      : huaweiIdentity.answer(account, message, requestId),
}

const questionOf = (token: string, endpoint: URL): Message => ({
  method: 'GET',
  path: `${path}?nocatalog=true`,
  headers: {
    host: endpoint.host,
    'content-type': 'application/json',
    'x-auth-token': token,
    'x-subject-token': token,
  },
  body: '',
})

const isOfToken = ({ method, path: asked }: MessageHead): boolean =>
  method === 'GET' && splitQuery(asked)[0] === path

const tokenAnswer = (account: string, { headers }: Message, requestId: string): Answer => {
  const domain = { id: account, name: account }
  const token = { methods: ['password'], user: { id: account, name: account, domain } }
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestId.replaceAll('-', ''),
      'x-subject-token': headers['x-subject-token'] ?? '',
    },
    body: JSON.stringify({ token: { ...token, project: { id: account, name: account, domain } } }),
  }
}

/** An answer of IAM has the token, or an error with a number; everything else is that of the other service. */
function readIdentity(answer: Answer): IdentityReading {
  const read = readObject(answer.body)
  if (!('object' in read)) return huaweiIdentity.read(answer)
  const { token, error } = read.object
  if (isObject(token)) return tokenRead(token)
  if (isObject(error)) return codeRead(textOf(error['code']))
  return huaweiIdentity.read(answer)
}

/** The code is that of HTTP, a number. */
const textOf = (code: Json | undefined): Json | undefined =>
  typeof code === 'number' ? String(code) : code

/** The account of the user, which is also that of the project or of the account that the token is for. */
const tokenRead = (token: Json): IdentityReading => {
  const idAt = (...names: readonly string[]): Json | undefined =>
    names.reduce<Json | undefined>(
      (value, name) => (isObject(value) ? value[name] : undefined),
      token,
    )
  const of = idAt('user', 'domain', 'id')
  const scopes = [idAt('project', 'domain', 'id'), idAt('domain', 'id')]
  return scopes.every((id) => id === undefined || id === of)
    ? accountRead(of)
    : { says: 'an answer that names two accounts' }
}
