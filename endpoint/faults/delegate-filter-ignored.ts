import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Lists the delegated administrators of every service. */
export const delegateFilterIgnored: Fault = {
  name: 'delegate-filter-ignored',
  description: 'lists the delegated administrators of every service',
  breaks: { aws: ['G13'], huawei: ['R118'] },
  alter: saying('listDelegates', (moment) => decideWith(moment, { service: undefined })),
}
