import { populated, kindAbove } from '../fault-kit/arrange.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms the move of an account and leaves it where it was. */
export const moveDoesNothing: KnownFault = {
  name: 'move-does-nothing',
  description: 'confirms the move of an account and leaves it where it was',
  breaks: { aws: ['K6'], huawei: ['R77'], tencent: ['A16'] },
  alter: confirming('moveAccount'),
  seen: {
    at: async (visit) => {
      const { account } = await populated(visit)
      return await kindAbove(visit, account)
    },
    right: 'unit',
    wrong: 'root',
  },
}
