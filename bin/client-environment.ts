import type { Vendor } from '../specs/vendor.ts'

/** The variables that make the vendor's own clients call `url`, as its example account. */
export function clientEnvironment(vendor: Vendor, url: URL): Readonly<Record<string, string>> {
  const { environment, exampleAccount, secret } = vendor.embedding
  const values: Readonly<Record<string, string>> = {
    url: url.origin,
    account: exampleAccount,
    secret,
    region: vendor.region,
  }
  return Object.fromEntries(
    Object.entries(environment).map(([name, template]) => [
      name,
      template.replaceAll(/\{(\w+)\}/gu, (whole, part: string) => values[part] ?? whole),
    ]),
  )
}
