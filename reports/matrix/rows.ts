import { severityOf } from './endpoint-cell.ts'
import { rowKinds, type EndpointCell, type MatrixRow, type VendorCell } from './matrix.ts'
import type { MatrixSources } from './source.ts'
import { groupedEndpoint, subjectsOf, type GroupedEndpoint } from './subjects.ts'

/** Every row of a matrix: by kind, and within a kind those that differ first, in their own order else. */
export function matrixRows({ vendors, stories, endpoints }: MatrixSources): readonly MatrixRow[] {
  const asked = endpoints.map(groupedEndpoint)
  const rows = subjectsOf(stories).flatMap(({ vendorCell, endpointCell, ...subject }) => {
    const said = vendors.map((source) => [source.vendor.id, vendorCell(source)] as const)
    const done = asked.flatMap((source) => {
      const cell = endpointCell(source)
      return cell === undefined ? [] : [[source.endpoint.name, cell] as const]
    })
    const known = done.length > 0 || said.some(([, { offered }]) => offered)
    if (!known && subject.kind !== 'feature') return []
    const row = rowOf(subject, said, done)
    const checks = storyChecks(row, asked)
    return [checks === undefined ? row : { ...row, checks }]
  })
  return rowKinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    return [...own.filter(isDifferent), ...own.filter((row) => !isDifferent(row))]
  })
}

const rowOf = (
  subject: Pick<MatrixRow, 'kind' | 'id' | 'title'>,
  said: readonly (readonly [string, VendorCell])[],
  done: readonly (readonly [string, EndpointCell])[],
): MatrixRow => ({
  ...subject,
  differs: {
    vendors: new Set(said.map(([, cell]) => meaningOf(cell))).size > 1,
    endpoints: done.some(([, cell]) => cell.states !== undefined || severityOf(cell) > 0),
  },
  vendors: Object.fromEntries(said),
  endpoints: Object.fromEntries(done),
})

/** What vendors are compared by: a code is spelt differently by each, and means the same. */
const meaningOf = ({ offered, value, operations = [] }: VendorCell): string =>
  JSON.stringify([offered, value, operations.length > 0])

const isDifferent = ({ differs }: MatrixRow): boolean => differs.vendors || differs.endpoints

/** The checks of a scenario or law that do not pass everywhere, with their verdicts; undefined for other rows. */
const storyChecks = (
  { kind, id }: Pick<MatrixRow, 'kind' | 'id'>,
  asked: readonly GroupedEndpoint[],
): MatrixRow['checks'] => {
  if (kind !== 'scenario' && kind !== 'law') return undefined
  const judged = asked.flatMap(({ endpoint, byCase }) =>
    (byCase.get(`${kind}/${id}`) ?? []).map((one) => ({ ...one, endpoint: endpoint.name })),
  )
  const open = judged.filter(({ verdict }) => verdict !== 'pass').map((one) => one.id)
  return Object.fromEntries(
    [...new Set(open)].toSorted().map((check) => {
      const own = judged.filter((one) => one.id === check)
      return [check, Object.fromEntries(own.map(({ endpoint, verdict }) => [endpoint, verdict]))]
    }),
  )
}
