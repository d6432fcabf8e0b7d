import type { MatrixRow } from './matrix.ts'
import type { GroupedEndpoint } from './subjects.ts'

/** The checks of a scenario or law that do not pass everywhere, with their verdicts; undefined for other rows. */
export function storyChecks(
  { kind, id }: Pick<MatrixRow, 'kind' | 'id'>,
  asked: readonly GroupedEndpoint[],
): MatrixRow['checks'] {
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
