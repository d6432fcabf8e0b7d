import type { Fault } from '../fault.ts'

/** Answers errors with the status of a success. */
export const status200Errors: Fault = {
  name: 'status-200-errors',
  description: 'answers errors with the status of a success',
  breaks: {
    aws: ['protocol/aws/answer/error-*'],
    huawei: ['R10'],
    codearts: ['contract/codearts/*/pattern/*', 'contract/codearts/*/required/*'],
  },
  alter: () => ({ frame: (answer) => ({ ...answer, status: 200 }) }),
}
