import { misshapenCall } from '../fault-kit/any-call.ts'
import { notChecking } from '../fault-kit/not-checking.ts'
import type { KnownFault } from '../fault.ts'

/** Takes identifiers and names of any form. */
export const patternNotChecked: KnownFault = {
  name: 'pattern-not-checked',
  description: 'takes identifiers and names of any form',
  breaks: {
    aws: ['J2'],
    huawei: ['contract/huawei/*/pattern/*'],
    codearts: ['R173', 'R174', 'R175'],
  },
  alter: notChecking('invalid.pattern'),
  seen: {
    at: async (visit) => (await misshapenCall(visit)).came === 'invalid.pattern',
    right: true,
    wrong: false,
  },
}
