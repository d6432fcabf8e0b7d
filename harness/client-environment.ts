import type { Vendor } from '../specs/vendor/vendor.ts'

/** The variables that make the vendor's own clients call `url` in a region, as its example account. */
export function clientEnvironment(
  vendor: Vendor,
  url: URL,
  region: string = vendor.region,
): Readonly<Record<string, string>> {
  const { environment, exampleAccount, secret } = vendor.referenceEndpoint
  const values: Readonly<Record<string, string>> = {
    url: url.origin,
    account: exampleAccount,
    secret,
    region,
  }
  return Object.fromEntries(
    Object.entries(environment).map(([name, template]) => [
      name,
      template.replaceAll(/\{(\w+)\}/gu, (whole, part: string) => values[part] ?? whole),
    ]),
  )
}
