import { readSigV4Authorization } from '../../specs/wire/sigv4-authorization.ts'
import type { Message } from '../../specs/wire/wire.ts'
import type { KnownFault } from '../fault.ts'

/** Believes signatures for any region. */
export const foreignRegionAccepted: KnownFault = {
  name: 'foreign-region-accepted',
  description: 'believes signatures for any region',
  breaks: { aws: ['protocol/aws/signature/foreign-region'] },
  alter: ({ verify }) => ({
    verify: (message, serving) => verify(message, { ...serving, regions: regionsOf(message) }),
  }),
  seen: {
    at: ({ believes }) => believes({ region: 'xx-nowhere-1' }),
    right: false,
    wrong: true,
  },
}

/** The region that a message is signed for, as if it were served. */
const regionsOf = ({ headers }: Message): readonly string[] => {
  const authorization = readSigV4Authorization(headers['authorization'] ?? '')
  return authorization === undefined ? [] : [authorization.region]
}
