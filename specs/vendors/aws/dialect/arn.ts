import { isObject } from '../../../contract/json.ts'
import type { Lens } from '../../../vendor/lens.ts'
import type { Home } from '../../../vocabulary/nouns.ts'

/** What every located resource has besides its own members. */
interface Located {
  readonly home?: Home
}

/**
 * The ARN of a resource of an organization. The document never words the form; its examples show it
 * (lines 1482, 5116, 6276, 6529, 6783, 287).
 */
export function arn(home: Home, resource: string): string {
  return `arn:aws:organizations::${home.management}:${resource}`
}

/**
 * The ARN of a policy, `kind` being its type in small letters. The vendor's own policies belong to the account `aws` and
 * to no organization: they have no home (example at line 6529).
 */
export function policyArn(home: Home | undefined, kind: string, id: string): string {
  return home === undefined
    ? `arn:aws:organizations::aws:policy/${kind}/${id}`
    : arn(home, `policy/${home.organization}/${kind}/${id}`)
}

/** Where an ARN says its resource belongs; undefined for the vendor's own resources and for other forms. */
export function homeOf(text: string): Home | undefined {
  const match = /^arn:[\w-]+:organizations::(\d{12}):[a-z]+\/(o-[a-z0-9]+)(?:\/|$)/u.exec(text)
  const [, management, organization] = match ?? []
  if (management === undefined || organization === undefined) return undefined
  return { organization, management }
}

/**
 * Adds `Arn` to what a lens writes, when `arnFor` knows it, and reads back from it where the resource
 * belongs. An `Arn` that is missing or of another form only leaves `home` unknown.
 */
export function located<T extends Located>(
  lens: Lens<Omit<T, 'home'>>,
  arnFor: (value: T) => string | undefined,
): Lens<T> {
  return {
    write: (value) => {
      const written = lens.write(value)
      const text = arnFor(value)
      return isObject(written) && text !== undefined ? { ...written, Arn: text } : written
    },
    read: (json) => {
      const text = isObject(json) ? json['Arn'] : undefined
      const home = typeof text === 'string' ? homeOf(text) : undefined
      return { ...lens.read(json), ...(home && { home }) } as T
    },
  }
}

/** `arnFor` of resources named `<noun>/<organization>/<id>`. */
export function inOrganization(
  noun: string,
): (value: Located & { readonly id: string }) => string | undefined {
  return ({ home, id }) => home && arn(home, `${noun}/${home.organization}/${id}`)
}
