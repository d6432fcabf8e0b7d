import type { Decision } from '../../specs/model/decision.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { decideAs, type Moment } from '../fault-kit/alter-decide.ts'
import type { KnownFault } from '../fault.ts'

/** Carries out what nobody signed, as the management account of the newest organization. */
export const unsignedAccepted: KnownFault = {
  name: 'unsigned-accepted',
  description: 'carries out what nobody signed, as the management of the newest organization',
  breaks: {
    aws: ['protocol/aws/signature/missing'],
    huawei: ['R4'],
    tencent: ['protocol/tencent/signature/missing'],
    codearts: ['protocol/codearts/signature/missing'],
  },
  alter: ({ verify, hear, decide }, vendor) => {
    const nobody = vendor.mintAccount(123_456_789n)
    return {
      verify: async (message, serving) => {
        const verified = await verify(message, serving)
        const unsigned = 'problem' in verified && verified.problem === 'wire.missing-signature'
        return unsigned ? { accessKey: nobody } : verified
      },
      hear: (message) => hear(isSigned(message) ? message : withLeastBody(message)),
      decide: (world, command, context) => {
        const moment: Moment = { world, command, context, decide }
        return command.caller === nobody ? asNewest(moment) : decideAs(moment, {})
      },
    }
  },
  seen: {
    at: ({ believes }) =>
      believes({}, (message) => {
        const { authorization: _, ...headers } = message.headers
        return { ...message, headers }
      }),
    right: false,
    wrong: true,
  },
}

const isSigned = ({ headers }: Message): boolean =>
  (headers['authorization'] ?? headers['x-auth-token']) !== undefined

/** The gate keeps no body of whom it does not know: the least one stands for it. */
const withLeastBody = (message: Message): Message => {
  const { bytes: _none, ...rest } = message
  return message.method === 'POST' && message.body === '' ? { ...rest, body: '{}' } : message
}

/** Where a vendor has no organizations, an account that nobody knows will do. */
const asNewest = (moment: Moment): Decision => {
  const newest = [...moment.world.organizations.values()].at(-1)
  return decideAs(moment, newest === undefined ? {} : { caller: newest.management })
}
