import type { KnownFault } from '../fault.ts'

/** Fails with a web page where an account without an organization calls. */
export const outsidersCrashIt: KnownFault = {
  name: 'outsiders-crash-it',
  description: 'fails with a web page where an account without an organization calls',
  breaks: {
    aws: ['protocol/aws/*/readable'],
    huawei: ['protocol/huawei/*/readable'],
    tencent: ['protocol/tencent/*/readable'],
  },
  alter: ({ explain, frame }) => {
    const crashed = 'crashed on an outsider'
    return {
      explain: (refused) => {
        const error = explain(refused)
        return error && refused.refusal === 'notInOrganization'
          ? { ...error, message: crashed }
          : error
      },
      frame: (answer, heard) => {
        const right = frame(answer, heard)
        if (!right.body.includes(crashed)) return right
        const headers = { 'content-type': 'text/html' }
        return { status: 500, headers, body: '<!doctype html><title>Server error</title>' }
      },
    }
  },
  seen: {
    at: async ({ boss }) => (await boss.getOrganization({})).answer.status === 500,
    right: false,
    wrong: true,
  },
}
