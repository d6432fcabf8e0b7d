import type { Fault } from '../fault.ts'

/** Answers errors with a web page. */
export const htmlError: Fault = {
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
}
