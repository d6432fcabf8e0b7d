import { withRules } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Founds organizations without any policy type enabled. */
export const foundingTypesDisabled: Fault = {
  name: 'founding-types-disabled',
  description: 'founds organizations without any policy type enabled',
  breaks: { aws: ['A2'], huawei: ['R126'] },
  alter: withRules(() => ({ foundingTypes: [] })),
}
