import type { Feature, FeatureRow } from '../../specs/vendor/feature.ts'
import { knownFeatures } from '../../specs/vendors/known-features.ts'
import { limitNames } from '../../specs/vocabulary/limit-name.ts'
import { refusalNames } from '../../specs/vocabulary/refusal-name.ts'
import { grouped } from '../text/grouped.ts'
import { endpointCell } from './endpoint-cell.ts'
import type { EndpointCell, RowKind, VendorCell } from './matrix.ts'
import type { EndpointSource, Observed, Story, VendorSource } from './source.ts'
import { featureCell, limitCell, refusalCell, storyCell } from './vendor-cells.ts'

type Groups = ReadonlyMap<string, readonly Observed[]>

/** An endpoint with its checks in the groups that rows ask for. */
export interface GroupedEndpoint {
  readonly endpoint: EndpointSource
  readonly byFeature: Groups
  readonly byCase: Groups
  readonly byRefusal: Groups
}

/** What a row is about, and how its cells are found. */
export interface Subject {
  readonly kind: RowKind
  readonly id: string
  readonly title?: string
  readonly vendorCell: (source: VendorSource) => VendorCell
  readonly endpointCell: (source: GroupedEndpoint) => EndpointCell | undefined
}

/** Puts the checks of an endpoint into groups. */
export function groupedEndpoint(endpoint: EndpointSource): GroupedEndpoint {
  const { observed } = endpoint
  return {
    endpoint,
    byFeature: grouped(observed, ({ feature = '' }) => feature),
    byCase: grouped(observed, (check) => check.case),
    byRefusal: grouped(observed, ({ refusal = '' }) => refusal),
  }
}

/** Everything that can be a row: the same for every vendor, since all of it is told in neutral words. */
export function subjectsOf(stories: readonly Story[]): readonly Subject[] {
  return [
    ...[...knownFeatures].map(featureSubject),
    ...limitNames.map((id): Subject => ({
      kind: 'limit',
      id,
      vendorCell: ({ vendor }) => limitCell(vendor, id),
      endpointCell: ({ endpoint }) => statedCell(endpoint.limits[id]),
    })),
    ...stories.map(storySubject),
    ...refusalNames.map((id): Subject => ({
      kind: 'refusal',
      id,
      vendorCell: (source) => refusalCell(source, id),
      endpointCell: ({ byRefusal }) => endpointCell(byRefusal.get(id) ?? []),
    })),
  ]
}

const featureSubject = ([id, { title }]: readonly [Feature, FeatureRow]): Subject => ({
  kind: 'feature',
  id,
  title,
  vendorCell: (source) => featureCell(source, id),
  endpointCell: ({ byFeature }) => endpointCell(byFeature.get(id) ?? []),
})

const storySubject = (story: Story): Subject => {
  const { id, title, kind = 'scenario' } = story
  return {
    kind,
    id,
    title,
    vendorCell: (source) => storyCell(source, story),
    endpointCell: ({ byCase }) => endpointCell(byCase.get(`${kind}/${id}`) ?? []),
  }
}

const statedCell = (states: number | null | undefined): EndpointCell | undefined =>
  states === undefined ? undefined : { axes: {}, states, citations: [] }
