import type { KnownFault } from '../fault.ts'

/** Gives what it refuses before anybody looks at its meaning a status that is nowhere stated. */
export const doorstepStatusWrong: KnownFault = {
  name: 'doorstep-status-wrong',
  description: 'gives messages that break the protocol the status 422',
  breaks: {
    aws: ['protocol/aws/signature/status', 'protocol/aws/body/status'],
    huawei: ['protocol/huawei/signature/status', 'protocol/huawei/operation-name/status'],
    tencent: ['protocol/tencent/signature/status', 'protocol/tencent/body/status'],
    codearts: ['protocol/codearts/signature/status', 'protocol/codearts/method/status'],
  },
  alter: () => ({
    frame: (answer, heard) => (heard === undefined ? { ...answer, status: 422 } : answer),
  }),
  seen: {
    at: async ({ unsigned }) => (await unsigned()).status === 422,
    right: false,
    wrong: true,
  },
}
