import { decideWith, forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Starts anew when a page token is not its own. */
export const foreignPageTokenAccepted: Fault = {
  name: 'foreign-page-token-accepted',
  description: 'starts anew when a page token is not its own',
  breaks: { aws: ['I4'], huawei: ['R23'] },
  alter: forgiving(['pageTokenInvalid'], (moment) => decideWith(moment, { token: undefined })),
}
