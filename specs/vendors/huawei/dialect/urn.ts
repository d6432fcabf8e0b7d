import { isObject } from '../../../contract/json.ts'
import type { Lens } from '../../../vendor/lens.ts'
import type { Home } from '../../../vocabulary/nouns.ts'

/** What every located resource has besides its own members. */
interface Located {
  readonly home?: Home
}

/** The URN of a resource of an organization. The document shows the form only (lines 795, 899, 1412, 2271). */
export function urn(home: Home, resource: string): string {
  return `organizations::${home.management}:${resource}`
}

/** Where a URN says its resource belongs; undefined for other forms. */
export function homeOf(text: string): Home | undefined {
  const match = /^organizations::([^:]+):[a-z]+:(o-[a-z0-9]+)(?:\/|$)/u.exec(text)
  const [, management, organization] = match ?? []
  if (management === undefined || organization === undefined) return undefined
  return { organization, management }
}

/**
 * Adds a URN under `name` to what a lens writes, when `urnFor` knows it, and reads back from it where the
 * resource belongs. A URN that is missing or of another form only leaves `home` unknown.
 */
export function located<T extends Located>(
  lens: Lens<Omit<T, 'home'>>,
  urnFor: (value: T) => string | undefined,
  name = 'urn',
): Lens<T> {
  return {
    write: (value) => {
      const written = lens.write(value)
      const text = urnFor(value)
      return isObject(written) && text !== undefined ? { ...written, [name]: text } : written
    },
    read: (json) => {
      const text = isObject(json) ? json[name] : undefined
      const home = typeof text === 'string' ? homeOf(text) : undefined
      return { ...lens.read(json), ...(home && { home }) } as T
    },
  }
}

/** `urnFor` of resources named `<noun>:<organization>/<id>`. */
export function inOrganization(
  noun: string,
): (value: Located & { readonly id: string }) => string | undefined {
  return ({ home, id }) => home && urn(home, `${noun}:${home.organization}/${id}`)
}
