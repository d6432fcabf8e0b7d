import type { Operation } from '../../specs/contract/contract.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import type { Basis } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { boundedCase } from './bounded-case.ts'
import { busyCase } from './busy-case.ts'
import type { Case } from './case.ts'
import { describesAnswer } from './describes-answer.ts'
import { framedCases } from './framed-cases.ts'
import { operationCase, type OperationQuestion } from './operation-case.ts'

/**
 * What watches a whole run: whether it is busy, whether it ends, and of each operation whether its answers keep contract
 * and protocol, and whether what stories build on is carried out.
 */
export function monitoredCases(vendor: Vendor, basis: (check: string) => Basis): readonly Case[] {
  return [
    busyCase(vendor),
    boundedCase(vendor),
    ...[...vendor.contract.operations.values()].map((operation) =>
      operationCase(vendor, operation, {
        id: `endpoint/${vendor.id}/${operation.name}`,
        questions: questionsOf(vendor.id, operation),
      }),
    ),
    ...framedCases(vendor, basis),
  ]
}

const questionsOf = (vendor: VendorId, operation: Operation): readonly OperationQuestion[] => {
  const prefix = `endpoint/${vendor}/${operation.name}`
  return [
    describesAnswer(operation) ? keepsContract(prefix, operation) : holdsNothing(prefix, operation),
    isCarriedOut(prefix, operation),
  ]
}

const source = sourceOf(import.meta.url)

const keepsContract = (prefix: string, { name, citation }: Operation): OperationQuestion => ({
  check: {
    id: `${prefix}/answers-keep-the-contract`,
    title: 'Its answers keep the contract, whoever asks',
    source,
    axis: 'shape',
    level: 'must',
    citations: [citation],
  },
  judge: ({ monitor }) => monitor.judge(name),
})

/** A newer member in an object that is described is nothing new; an answer where none is described is another answer. */
const holdsNothing = (prefix: string, { name, citation }: Operation): OperationQuestion => ({
  check: {
    id: `${prefix}/answers-hold-nothing`,
    title: 'Its answers, which have no members, hold none',
    source,
    axis: 'shape',
    level: 'should',
    citations: [citation],
  },
  judge: ({ monitor }) => monitor.successes.judgeEmpty(name),
})

const isCarriedOut = (prefix: string, { name, citation }: Operation): OperationQuestion => ({
  check: {
    id: `${prefix}/stories-get-by`,
    title: 'What stories build on is carried out',
    source,
    axis: 'behaviour',
    level: 'should',
    citations: [citation],
  },
  judge: ({ monitor, decided }) => monitor.steps.judge(name, decided),
})
