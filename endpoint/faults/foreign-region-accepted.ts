import type { Fault } from '../fault.ts'

/** Believes signatures for any region. */
export const foreignRegionAccepted: Fault = {
  name: 'foreign-region-accepted',
  description: 'believes signatures for any region',
  breaks: { aws: ['protocol/aws/signature/foreign-region'] },
  alter: ({ verify }) => ({ verify: (message, { now }) => verify(message, { now }) }),
}
