import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Answers errors with a web page. */
export const htmlError: KnownFault = {
  name: 'html-error',
  description: 'answers errors with a web page',
  breaks: {
    aws: ['protocol/aws/answer/error-*'],
    huawei: ['R10'],
    codearts: ['contract/codearts/*/pattern/*', 'contract/codearts/*/required/*'],
  },
  alter: () => ({
    frame: (answer) =>
      answer.status < 400
        ? answer
        : {
            status: answer.status,
            headers: { 'content-type': 'text/html' },
            body: '<!doctype html><title>Error</title><h1>Something went wrong</h1>',
          },
  }),
  seen: {
    at: async (visit) => (await refusedCall(visit)).answer.headers['content-type'] === 'text/html',
    right: false,
    wrong: true,
  },
}
