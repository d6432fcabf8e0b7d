import { say } from '../saying.ts'
import type { OwnWords } from './words.ts'

export const codeartsWords: OwnWords = {
  says: { endpoints: { revokeEndpoints: 1 } },
  sayings: ({ endpoints }) =>
    endpoints.flatMap((endpoint) =>
      (['ann', 'bob'] as const).map((by) =>
        say('revokeEndpoints', { endpoints: [{ endpoint }] }, { by, needs: [] }),
      ),
    ),
}
