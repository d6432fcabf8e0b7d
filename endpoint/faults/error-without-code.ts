import type { Fault } from '../fault.ts'

/** Answers errors with a message and no code. */
export const errorWithoutCode: Fault = {
  name: 'error-without-code',
  description: 'answers errors with a message and no code',
  breaks: {
    aws: ['protocol/aws/answer/error-envelope'],
    huawei: ['R10'],
    codearts: ['contract/codearts/*/pattern/*', 'contract/codearts/*/required/*'],
  },
  alter: () => ({
    frame: (answer) =>
      answer.status < 400 ? answer : { ...answer, body: '{"message":"something went wrong"}' },
  }),
}
