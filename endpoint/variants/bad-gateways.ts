import { nowAndThen, pageOfGateway } from '../variant-kit/delivering.ts'
import { answersNow } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers one message in fifty with the page of a gateway, before anything is done. */
export const badGateways: KnownVariant = {
  name: 'bad-gateways',
  description: 'answers one message in fifty with the page of a gateway that does not reach it',
  evidence: {
    aws: ['RFC 9110 section 15.6.3', 'O122'],
    huawei: ['RFC 9110 section 15.6.3'],
    tencent: ['T2'],
    codearts: ['RFC 9110 section 15.6.3'],
  },
  differences: [
    {
      checks: ['model/*'],
      to: 'SETUP_FAILED',
      because: 'nobody can tell what a call did that was answered so',
    },
  ],
  deliver: nowAndThen(0.02, () => ({ answer: pageOfGateway(502, 'Bad Gateway') })),
  seen: answersNow(({ status }) => status === 502),
}
