import { newRequestId } from '../../specs/vendor/new-id.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Answer, ErrorAnswer } from '../../specs/wire/wire.ts'
import type { Delivered, Setting } from '../variant.ts'
import { nowAndThen, type Around } from './delivering.ts'

/** How an endpoint says that too much is asked of it. */
export interface Throttle {
  /** what it answers; its own refusal for it unless said */
  readonly answer?: Answer
  /** the status instead of the vendor's own */
  readonly status?: number
  /** what it says of when to come again, from its time in milliseconds */
  readonly retryAfter?: (now: number) => string
  /** the share of messages, from 0 to 1; three in ten unless said */
  readonly share?: number
}

/** The share of messages that a throttling endpoint sends away. */
const usualShare = 0.3

/** A share of the messages is sent away before anything is done. */
export function throttling(throttle: Throttle): Around {
  return nowAndThen(throttle.share ?? usualShare, (_, setting) => sentAway(throttle, setting))
}

/** How many messages an endpoint takes: as many at once as there is room for, and so many a second. */
export interface Bucket {
  readonly room: number
  readonly perSecond: number
}

/** What is more than the bucket holds is sent away before anything is done. */
export function throttlingBeyond({ room, perSecond }: Bucket, throttle: Throttle = {}): Around {
  return (deliver, setting) => {
    let [left, at] = [room, Number.NEGATIVE_INFINITY]
    return async (message) => {
      const now = setting.clock()
      left = Math.min(room, left + ((now - at) / 1000) * perSecond)
      at = now
      if (left < 1) return sentAway(throttle, setting)
      left -= 1
      return await deliver(message)
    }
  }
}

const sentAway = ({ answer, status, retryAfter }: Throttle, setting: Setting): Delivered => {
  const said = answer ?? refusal(setting, status)
  const hint = retryAfter && { 'retry-after': retryAfter(setting.clock()) }
  return { answer: { ...said, headers: { ...said.headers, ...hint } } }
}

/** The code for it, with the status that it usually has. */
const codes: Readonly<Record<VendorId, Pick<ErrorAnswer, 'code' | 'status'>>> = {
  aws: { code: 'TooManyRequestsException', status: 400 },
  huawei: { code: 'APIGW.0308', status: 429 },
  tencent: { code: 'RequestLimitExceeded', status: 200 },
  codearts: { code: 'APIGW.0308', status: 429 },
}

const refusal = ({ vendor, random }: Setting, status?: number): Answer => {
  const error = { ...codes[vendor.id], message: 'too many requests in a short time' }
  const said = vendor.wire.refuse(error, newRequestId(random))
  return { ...said, status: status ?? said.status }
}

/** A second, in seconds (RFC 9110 section 10.2.3). */
export const aSecond = (): string => '1'

/** A second, as a date without fractions (RFC 9110 section 10.2.3). */
export const theNextSecond = (now: number): string => new Date(now + 1000).toUTCString()
