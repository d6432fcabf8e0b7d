import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { organizationOf, rewritten } from '../fault-kit/doctored-world.ts'
import type { Fault } from '../fault.ts'

/** Keeps the tags of an account that was removed. */
export const leavingKeepsTags: Fault = {
  name: 'leaving-keeps-tags',
  description: 'keeps the tags of an account that was removed',
  breaks: { aws: ['C31'] },
  alter: saying('removeAccount', (moment) => {
    const tags = organizationOf(moment)?.tags
    return rewritten(decideAs(moment, {}), (written) => ({ ...written, ...(tags && { tags }) }))
  }),
}
