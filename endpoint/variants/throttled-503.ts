import { pageOfGateway } from '../variant-kit/delivering.ts'
import { answersNow } from '../variant-kit/sights.ts'
import { throttling } from '../variant-kit/throttling.ts'
import type { KnownVariant } from '../variant.ts'

/** Sends three messages in ten away with the page of a gateway and the status 503. */
export const throttled503: KnownVariant = {
  name: 'throttled-503',
  description: 'sends three messages in ten away with the status 503',
  evidence: {
    aws: ['RFC 9110 section 15.6.4'],
    huawei: ['RFC 9110 section 15.6.4'],
    tencent: ['T2'],
    codearts: ['RFC 9110 section 15.6.4'],
  },
  deliver: throttling({ answer: pageOfGateway(503, 'Service Unavailable') }),
  seen: answersNow(({ status, headers }) => status === 503 && headers['retry-after'] === undefined),
}
