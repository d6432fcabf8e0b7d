import { slowCreations } from '../variant-kit/slow-creations.ts'
import type { KnownVariant } from '../variant.ts'

/** Takes four minutes to create an account. */
export const accountsTake4Minutes: KnownVariant = {
  name: 'accounts-take-4-minutes',
  description: 'takes four minutes to create an account',
  evidence: { aws: ['O14', 'O22'], huawei: ['H30'] },
  ...slowCreations(240_000),
}
