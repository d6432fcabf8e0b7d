import type { Problem } from '../../harness/problem.ts'

/**
 * What is wrong with the URL of an endpoint; nothing where it can be called as it stands. `named` says whose word it
 * is. The URL is not printed: what is wrong with it may be the secret in it.
 */
export function endpointProblems(text: string, named: string): readonly Problem[] {
  const [, says] = rules.find(([breaks]) => breaks(text)) ?? []
  if (says === undefined) return []
  return [{ code: 'ENDPOINT_SYNTAX', message: `${named} ${says}`, hint: 'write http://host:port' }]
}

/** Each holds where those before it do not. */
const rules: readonly (readonly [breaks: (text: string) => boolean, says: string])[] = [
  [(text) => text.length > 2048, 'has more than 2048 characters'],
  [(text) => /[\s\p{Cc}\\]/u.test(text), 'holds a space, backslash or control character'],
  [(text) => !URL.canParse(text), 'is no URL'],
  [(text) => !/^https?:\/\/[^/]/i.test(text), 'is no URL of http or https'],
  [
    (text) => /^https?:\/\/[^/?#]*@/i.test(text),
    'has a user or password: credentials belong into a target file, as env:NAME',
  ],
  [(text) => /[?#]/.test(text), 'has a query or fragment: every request has its own'],
  [(text) => new URL(text).port === '0', 'has the port 0, at which nobody listens'],
]
