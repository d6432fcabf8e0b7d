import type { AttachmentRecord } from '../../specs/model/world.ts'
import { policyNamed } from '../fault-kit/arrange-policies.ts'
import { founded, joined } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { altering, noticing, writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Attaches to an account that joins again what was attached to it when it was removed. */
export const returningAccountsKeepTheirPolicies: KnownFault = {
  name: 'returning-accounts-keep-their-policies',
  description:
    'attaches to an account that joins again what was attached to it when it was removed',
  breaks: { aws: ['C24', 'K22'], huawei: ['N10', 'N44'] },
  alter: (steps) => {
    const left = new Map<string, readonly AttachmentRecord[]>()
    const removing = noticing('removeAccount', (moment) => {
      const { account } = moment.args
      left.set(account, organizationOf(moment)?.attachments.get(account) ?? [])
    })
    const joining = writing('acceptInvitation', (written, { command: { caller } }) => {
      const kept = left.get(caller)
      return kept === undefined
        ? written
        : { ...written, attachments: new Map(written.attachments).set(caller, kept) }
    })
    return altering(removing, joining)(steps)
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      const account = await joined(visit)
      const policy = await policyNamed(visit, 'P')
      await visit.boss.attachPolicy({ policy, target: account })
      await visit.boss.removeAccount({ account })
      await joined(visit)
      return (await visit.boss.listTargetsOf({ policy })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
