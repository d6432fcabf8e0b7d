import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownVariant } from '../variant.ts'

/** Words its refusals otherwise. */
export const otherWords: KnownVariant = {
  name: 'other-words',
  description: 'words every refusal in another language',
  evidence: {
    aws: ['O100', 'O108'],
    huawei: ['H47'],
    tencent: ['W4', 'T7'],
  },
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      return error && { ...error, message: '请求无效，请检查参数。' }
    },
  }),
  seen: {
    at: async (visit) => /请求/u.test((await refusedCall(visit)).answer.body),
    quiet: false,
    varied: true,
  },
}
