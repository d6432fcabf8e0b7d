import type { KnownFault } from '../fault.ts'
import { rewritten } from '../rewrite.ts'

/** Ends every list with null: a list holds none where nobody says that it is sparse (Smithy, sparse trait). */
export const nullsInLists: KnownFault = {
  name: 'nulls-in-lists',
  description: 'ends every list of an answer with null',
  breaks: {
    aws: ['contract/aws/*/answer/shape'],
    huawei: ['contract/huawei/*/answer/shape'],
    tencent: ['W9'],
  },
  alter: (steps, { contract }) => rewritten(steps, contract, { list: (list) => [...list, null] }),
  seen: {
    at: async ({ boss }) => {
      await boss.createOrganization({})
      const { answer } = await boss.listAccounts({})
      return answer.body.includes(',null]')
    },
    right: false,
    wrong: true,
  },
}
