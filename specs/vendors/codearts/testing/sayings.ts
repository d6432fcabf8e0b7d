import { type Sayings } from '../../testing/sayings.ts'

/** How a walk says what this vendor alone has. */
export const codeartsSayings: Sayings<'revokeEndpoints'> = {
  revokeEndpoints: ({ scope }) => [
    ...scope.context.rules.endpoints.map((endpoint) => ({ endpoints: [{ endpoint }] })),
    { endpoints: scope.context.rules.endpoints.map((endpoint) => ({ endpoint })) },
    { endpoints: [{ endpoint: scope.values.unknown('endpoint') }] },
    { endpoints: [] },
    {},
  ],
}
