import { isObject, type Json } from '../../../contract/json.ts'
import type { Lens } from '../../../vendor/lens.ts'
import type { Home } from '../../../vocabulary/nouns.ts'

/** What of a thing tells where it stands in its organization. */
interface Placed {
  readonly path?: readonly string[]
  readonly home?: Home
}

/**
 * Adds to what a lens writes where a thing stands: the organization, and all from the root down to the thing itself,
 * each with a slash behind it. The document knows no such member (observed.json, O120), and nobody reads it.
 */
export function placed<T extends Placed>(
  lens: Lens<T>,
  name: string,
  wordFor: (path: string) => Json,
): Lens<T> {
  return {
    write: (value) => {
      const written = lens.write(value)
      const { path, home } = value
      if (path === undefined || home === undefined || !isObject(written)) return written
      const steps = [home.organization, ...path].map((step) => `${step}/`)
      return { ...written, [name]: wordFor(steps.join('')) }
    },
    read: lens.read,
  }
}
