import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { ServeOrder } from '../options/read-serve-order.ts'

/** What people ask when an endpoint stands: who they are there, how to be somebody else, what is wrong with it, how it ends. */
export function serveHints(order: ServeOrder, vendors: readonly Vendor[]): string {
  const { cloud, fault, variants, keep } = order
  return [
    ...(cloud === undefined ? vendors.map(accountHint) : []),
    ...(fault === undefined ? [] : [`wrong in one way, ${fault.name}: ${fault.description}`]),
    ...variants.map(({ name, description }) => `of other make, ${name}: ${description}`),
    keep
      ? 'Ctrl-C or SIGTERM ends it'
      : 'Ctrl-C or SIGTERM ends it, and so does the end of whoever started it (--keep)',
  ].join('\n')
}

const accountHint = ({ id, referenceEndpoint }: Vendor): string => {
  const { exampleAccount, secret } = referenceEndpoint
  return `${id}: you are the account ${exampleAccount}; any other access key of ${exampleAccount.length} digits is another account (secret ${secret})`
}
