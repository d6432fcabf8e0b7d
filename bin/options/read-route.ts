import { X509Certificate } from 'node:crypto'
import { dirname, isAbsolute, join } from 'node:path'

import type { Problem } from '../../harness/problem.ts'
import type { Route } from '../../suites/client/line.ts'
import { readText } from '../files/read-text.ts'

/** What was said of the way to an endpoint, and by whom. */
export interface RouteTold {
  /** the name of a file */
  readonly ca: unknown
  readonly proxy: unknown
  /** how to speak of each to whoever told it */
  readonly named: Readonly<Record<'ca' | 'proxy', string>>
  /** the file that names the certificates; undefined where a flag or variable does */
  readonly caFrom: string | undefined
  /** the URL of the proxy came from the environment, where credentials may stand in it */
  readonly proxyFromEnvironment: boolean
}

/** The way to an endpoint, and what is wrong with it. */
export interface RouteRead {
  readonly route: Route
  readonly problems: readonly Problem[]
}

/** Bytes of a file of certificates: all that browsers trust together have a fifth. */
const limit = 1024 * 1024

/** Reads the certificates, and holds the URL of the proxy against what one may be. Neither is ever printed. */
export async function readRoute(told: RouteTold): Promise<RouteRead> {
  const { proxy } = told
  const ca = typeof told.ca === 'string' ? await readCertificates(told, told.ca) : undefined
  const certificates = typeof ca === 'string' ? ca : undefined
  const asked = typeof proxy === 'string' ? proxy : undefined
  return {
    route: {
      ...(certificates !== undefined && { ca: certificates }),
      ...(asked !== undefined && { proxy: asked }),
    },
    problems: [
      ...(typeof ca === 'object' ? [ca] : []),
      ...(asked === undefined ? [] : proxyProblems(asked, told)),
    ],
  }
}

const block = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu

/** The certificates of a file, and nothing else that it may hold; else what is wrong with it. */
const readCertificates = async (
  { named, caFrom }: RouteTold,
  path: string,
): Promise<string | Problem> => {
  const place = caFrom === undefined || isAbsolute(path) ? path : join(dirname(caFrom), path)
  const read = await readText(place, limit)
  if (!('text' in read)) return read.problem
  const blocks = read.text.match(block) ?? []
  const broken = blocks.findIndex((text) => !isCertificate(text))
  if (blocks.length > 0 && broken < 0) return blocks.join('\n')
  const says = blocks.length === 0 ? 'no certificate' : `a broken certificate, number ${broken + 1}`
  return {
    code: 'CA_SYNTAX',
    message: `${named.ca} names a file that holds ${says}`,
    hint: 'certificates are written in PEM, between BEGIN CERTIFICATE and END CERTIFICATE',
  }
}

const isCertificate = (text: string): boolean => {
  try {
    return new X509Certificate(text).raw.length > 0
  } catch {
    return false
  }
}

const proxyProblems = (
  text: string,
  { named, proxyFromEnvironment }: RouteTold,
): readonly Problem[] => {
  const [, says, hint] = rules.find(([breaks]) => breaks(text, proxyFromEnvironment)) ?? []
  if (says === undefined || hint === undefined) return []
  return [{ code: 'PROXY_SYNTAX', message: `${named.proxy} ${says}`, hint }]
}

type Rule = readonly [
  breaks: (text: string, fromEnvironment: boolean) => boolean,
  says: string,
  hint: string,
]

const plain = 'write http://host:port'

/** Each holds where those before it do not. */
const rules: readonly Rule[] = [
  [(text) => text.length > 2048, 'has more than 2048 characters', plain],
  [(text) => /[\s\p{Cc}\\]/u.test(text), 'holds a space, backslash or control character', plain],
  [(text) => !URL.canParse(text), 'is no URL', plain],
  [(text) => !/^https?:\/\/[^/]/iu.test(text), 'is no URL of http or https', plain],
  [
    (text, fromEnvironment) => !fromEnvironment && /^https?:\/\/[^/?#]*@/iu.test(text),
    'has a user or password, which come from the environment only',
    'write env:NAME, or say it by ORGPROOF_PROXY',
  ],
  [
    (text) => !isDecodable(new URL(text)),
    'has a user or password that is not percent-encoded well',
    'a % itself is written %25',
  ],
  [
    (text) => /[?#]/u.test(text) || new URL(text).pathname !== '/',
    'has a path, query or fragment, of which a proxy knows nothing',
    plain,
  ],
  [(text) => new URL(text).port === '0', 'has the port 0, at which nobody listens', plain],
]

const isDecodable = ({ username, password }: URL): boolean => {
  try {
    return decodeURIComponent(`${username}${password}`).length >= 0
  } catch {
    return false
  }
}
