import { verbOf } from '../../specs/vendor/dialect.ts'
import { offers } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { countsByAxis } from './endpoint-cell.ts'
import { matrixSchema, type Matrix, type MatrixEndpoint, type MatrixVendor } from './matrix.ts'
import { matrixRows } from './rows.ts'
import type { EndpointSource, MatrixSources, Observed, VendorSource } from './source.ts'

/**
 * Vendors and endpoints side by side. Endpoints of the same name, say from two runs, are told apart by a number in the
 * order in which they were given. The same sources always give the same matrix.
 */
export function matrixOf(sources: MatrixSources): Matrix {
  const endpoints = sources.endpoints.map((endpoint, at, all) => {
    const before = all.slice(0, at).filter(({ name }) => name === endpoint.name).length
    return before === 0 ? endpoint : { ...endpoint, name: `${endpoint.name} #${before + 1}` }
  })
  return {
    schema: matrixSchema,
    suite: sources.suite,
    vendors: sources.vendors.map(({ vendor }) => vendorColumn(vendor)),
    endpoints: endpoints.map(endpointColumn),
    rows: matrixRows({
      ...sources,
      endpoints: endpoints.map((endpoint) => askedOf(endpoint, sources.vendors)),
    }),
  }
}

const vendorColumn = ({ id, contract, dialect }: Vendor): MatrixVendor => {
  const operations = [...contract.operations.keys()]
  const neutral = operations.filter((name) => verbOf(dialect, name) !== undefined)
  return {
    id,
    document: contract.document,
    operations: operations.length,
    neutral: neutral.length,
  }
}

const endpointColumn = (source: EndpointSource): MatrixEndpoint => {
  const { observed, ...facts } = source
  return { ...facts, axes: countsByAxis(observed) }
}

/** What no endpoint of a vendor can do, since the vendor does not offer it, is no finding of an endpoint. */
const askedOf = (endpoint: EndpointSource, vendors: readonly VendorSource[]): EndpointSource => {
  const source = vendors.find(({ vendor }) => vendor.id === endpoint.vendor)
  if (source === undefined) return endpoint
  const { vendor, cases } = source
  const lacking = cases.filter(({ needs }) => needs.some((feature) => !offers(vendor, feature)))
  const beside = new Set(lacking.map(({ id }) => id))
  const asked = ({ verdict, case: own }: Observed): boolean =>
    verdict !== 'absent' || !beside.has(own)
  return { ...endpoint, observed: endpoint.observed.filter(asked) }
}
