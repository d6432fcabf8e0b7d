import { delegated, serviceOf } from '../fault-kit/arrange-services.ts'
import { letting } from '../fault-kit/letting.ts'
import { altering, noticing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Lets accounts that administered a service once read the organization for ever. */
export const deregisteredDelegatesReadOn: KnownFault = {
  name: 'deregistered-delegates-read-on',
  description: 'lets accounts that administered a service once read the organization for ever',
  breaks: { aws: ['G12'], huawei: ['R114'] },
  alter: (steps) => {
    const former = new Set<string>()
    const deregistering = noticing(
      'deregisterDelegate',
      ({ args }) => void former.add(args.account),
    )
    const reads = ['listAccounts', 'listUnits', 'listRoots', 'listDelegates'] as const
    return altering(
      deregistering,
      letting(reads, (_, account) => former.has(account)),
    )(steps)
  },
  seen: {
    at: async (visit) => {
      const account = await delegated(visit)
      await visit.boss.deregisterDelegate({ account, service: serviceOf(visit) })
      return (await visit.guest.listRoots({})).came
    },
    right: 'accessDenied',
    wrong: 'done',
  },
}
