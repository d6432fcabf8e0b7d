import { slowCreations } from '../variant-kit/slow-creations.ts'
import type { KnownVariant } from '../variant.ts'

/** Takes forty seconds to create an account. */
export const accountsTake40Seconds: KnownVariant = {
  name: 'accounts-take-40-seconds',
  description: 'takes forty seconds to create an account',
  evidence: { aws: ['O14', 'O22'], huawei: ['H30'] },
  ...slowCreations(40_000),
}
