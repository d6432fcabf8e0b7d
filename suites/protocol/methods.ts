import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { harmlessCall } from './proper-call.ts'
import type { SpoiledArea, SpoiledCall } from './spoiled-call.ts'

const isWrong = (vendor: Vendor, name: string): boolean =>
  vendor.protocol.methods?.includes(name) !== true && harmlessCall(vendor)?.method !== name

const method = (name: string, bodiless: boolean): SpoiledCall => ({
  what: name.toLowerCase(),
  title: `The method ${name}`,
  refusal: 'wire.wrong-method',
  bare: true,
  applies: (vendor) => isWrong(vendor, name),
  spoil: () => ({
    before: (message) => ({ ...message, method: name, ...(bodiless && { body: '' }) }),
  }),
})

/** The HTTP method is not the operation's own. */
export const methods: SpoiledArea = {
  area: 'method',
  file: sourceOf(import.meta.url),
  source: () => 'RFC 9110, section 9.1',
  calls: [
    method('GET', true),
    {
      ...method('HEAD', true),
      silent: true,
      applies: (vendor) => isWrong(vendor, 'HEAD') && vendor.protocol.statusAlwaysOk !== true,
    },
    method('PUT', false),
    method('PATCH', false),
    method('DELETE', false),
  ],
}
