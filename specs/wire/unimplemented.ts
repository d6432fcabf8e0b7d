import type { Answer, Reply, UnimplementedReply, Wire } from './wire.ts'

/** One way to say that an operation is not offered; every condition that is present must hold. */
interface UnimplementedForm {
  readonly how: string
  readonly status?: number
  readonly codes?: readonly string[]
  /** `false`: only an answer without an error name */
  readonly named?: false
  readonly words?: RegExp
}

/**
 * The forms seen among emulators and gateways of these APIs. A status-500 page counts only when its
 * words say so: any crash looks like that.
 */
const unimplementedForms: readonly UnimplementedForm[] = [
  { how: 'status 501', status: 501 },
  {
    how: 'an error code that means so',
    codes: [
      'UnknownOperationException',
      'UnknownOperation',
      'InvalidAction',
      'NotImplemented',
      'NotImplementedException',
      'UnsupportedOperation',
    ],
  },
  { how: 'status 404 without an error envelope', status: 404, named: false },
  {
    how: 'status 500 with words that mean so',
    status: 500,
    words: /\bnot\s+(?:yet\s+|been\s+)*implemented\b|\bunimplemented\b|NotImplemented/i,
  },
]

const statusFits = (form: UnimplementedForm, status: number): boolean =>
  form.status === undefined || form.status === status

const codeFits = (form: UnimplementedForm, code: string | undefined): boolean => {
  if (code === undefined) return form.codes === undefined
  return form.named === undefined && (form.codes?.includes(code) ?? true)
}

const wordsFit = (form: UnimplementedForm, body: string): boolean =>
  form.words === undefined || form.words.test(body)

/** The reply for an error answer that says in a known form that the operation is not offered. */
export function unimplementedReply(
  answer: Answer,
  code: string | undefined,
): UnimplementedReply | undefined {
  const form = unimplementedForms.find(
    (one) => statusFits(one, answer.status) && codeFits(one, code) && wordsFit(one, answer.body),
  )
  if (form === undefined) return undefined
  const reply = { kind: 'unimplemented', status: answer.status, how: form.how } as const
  return code === undefined ? reply : { ...reply, code }
}

/** An answer that was given to a made-up operation of that name. */
export interface AnswerToNothing {
  readonly operation: string
  readonly answer: Answer
}

/**
 * Whether an answer may say that an operation is not offered: a busy endpoint denies nothing, and a number that is no
 * status of an error says nothing (RFC 9110, section 15).
 */
export function mayDeny({ status }: Pick<Answer, 'status'>): boolean {
  return status >= 400 && status < 600 && status !== 429 && status !== 503
}

const withoutName = (body: string, operation: string): string => body.replaceAll(operation, '*')

/**
 * A wire that also knows how this very target answers an operation that does not exist: the same
 * error answer outside the protocol (same status, same body but for the name) is then
 * `unimplemented`. Needed for targets whose page for a missing operation says nothing of the kind.
 * A crash of such a target may look the same: once an operation has answered properly, read this
 * reply as a crash.
 */
export function withAnswerToNothing(wire: Wire, nothing: AnswerToNothing): Wire {
  const known = withoutName(nothing.answer.body, nothing.operation)
  return {
    ...wire,
    decode(operation, answer, show): Reply {
      const reply = wire.decode(operation, answer, show)
      const same =
        mayDeny(answer) &&
        answer.status === nothing.answer.status &&
        withoutName(answer.body, operation.name) === known
      if (reply.kind !== 'garbled' || !same) return reply
      const how = 'the same answer as to an operation that does not exist'
      return { kind: 'unimplemented', status: answer.status, how }
    },
  }
}
