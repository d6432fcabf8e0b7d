import { uniqueCitations } from '../../specs/contract/citation.ts'
import type { Operation } from '../../specs/contract/contract.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { frameParts, type FramePart } from '../../specs/wire/wire.ts'
import { firmer, softer, type Basis } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Case } from './case.ts'
import { operationCase, type OperationQuestion } from './operation-case.ts'

const titles: Readonly<Record<FramePart, string>> = {
  readable: 'Each of its answers can be read as one of the protocol',
  status: 'Each of its answers has the HTTP status that is stated',
  envelope: 'Each of its refusals has the members of the protocol',
  'content-type': 'Each of its answers says what type its body has',
  'request-id': 'Each of its answers carries a request id',
}

/**
 * Whether every answer of a run is framed as its protocol says, of each operation: the successes and the refusals that
 * the operation declares, also of requests that break the contract, wherever the message as such was right.
 */
export function framedCases(vendor: Vendor, basis: (check: string) => Basis): readonly Case[] {
  return [...vendor.contract.operations.values()].map((operation) => {
    const id = `protocol/${vendor.id}/${operation.name}`
    const questions = frameParts.map((part) =>
      questionOf({ vendor, operation, part, basis: basis(`${id}/${part}`) }, `${id}/${part}`),
    )
    return operationCase(vendor, operation, {
      id,
      questions: [...questions, isAnswered(id, operation)],
    })
  })
}

/** A failure that lasts is no trouble of the moment: that request will never be answered. */
const isAnswered = (prefix: string, { name, citation }: Operation): OperationQuestion => ({
  check: {
    id: `${prefix}/answered`,
    title: 'None of its requests comes to a failure of the endpoint each time',
    source: sourceOf(import.meta.url),
    axis: 'protocol',
    level: 'should',
    citations: [{ kind: 'protocol', source: 'RFC 9110, section 15.6' }, citation],
  },
  judge: ({ monitor }) => monitor.failures.judge(name),
})

interface Framed {
  readonly vendor: Vendor
  readonly operation: Operation
  readonly part: FramePart
  readonly basis: Basis
}

/**
 * What a protocol has and clients tolerate is `should`, unless a rule of the register states it. What no client can read
 * is no answer.
 */
const questionOf = (
  { vendor, operation, part, basis: { level, citations, contradicted } }: Framed,
  id: string,
): OperationQuestion => {
  const stated = part === 'readable' ? 'must' : firmer(level, 'should')
  return {
    check: {
      id,
      title: titles[part],
      source: sourceOf(import.meta.url),
      axis: 'protocol',
      level: contradicted === true ? softer(stated, 'should') : stated,
      citations: uniqueCitations([
        ...citations,
        { kind: 'protocol', source: vendor.protocol.framing },
        operation.citation,
      ]),
    },
    judge: ({ monitor }) => monitor.frames.judge(operation.name, part),
  }
}
