import { uniqueCitations } from '../../specs/contract/citation.ts'
import type { Operation } from '../../specs/contract/contract.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import { tellsEntry, whyOpenMember } from '../../specs/vendor/left-open.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { hasFreeAccounts, type Target } from '../client/target.ts'
import { outcomeMember, refusalMember } from '../oracle/judge-call.ts'
import { membersOf, type Member } from '../oracle/members.ts'
import { modelId, toldMember, wordsMember } from '../oracle/oracle.ts'
import type { Basis } from '../verdict/basis.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Axis, Judgement } from '../verdict/verdict.ts'
import type { Case } from './case.ts'
import { operationCase, type OperationQuestion } from './operation-case.ts'

/**
 * Whether whatever an operation answers is what the rules say it is, whoever asks: one case for each operation, one check
 * for each member of its answer that the rules determine. They are decided when all other cases have run.
 */
export function modelCases(vendor: Vendor, basis: (check: string) => Basis): readonly Case[] {
  return [...vendor.contract.operations.values()]
    .filter(({ name }) => verbOf(vendor.dialect, name) !== undefined)
    .map((operation) => caseFor({ vendor, operation, basis }))
}

const caseFor = (asked: Asked): Case => {
  const { vendor, operation } = asked
  const questions = questionsOf(vendor, operation).map((question): OperationQuestion => ({
    check: checkOf(asked, question),
    judge: ({ oracle }) => oracle.judge(operation.name, question.member),
  }))
  const id = modelId(vendor.id, operation.name)
  const unseen = 'nothing was compared'
  return operationCase(vendor, operation, { id, questions, unseen, hindered })
}

/** Of what stood before nobody knows what is told of it: whatever is made in an organization of the run's own is known. */
const hindered = (target: Target): Judgement | undefined =>
  hasFreeAccounts(target)
    ? undefined
    : untestable('NO_PRINCIPAL', 'what is told of what stood before can not be held against a rule')

/** What is asked of the answers of an operation. */
interface Question extends Member {
  readonly title: string
  readonly axis: Axis
  /** the rules determine it; softer where they only imply it */
  readonly soft?: true
}

const questionsOf = (vendor: Vendor, operation: Operation): readonly Question[] => {
  const described = membersOf(vendor.contract, operation)
  const compared = described.filter(({ member }) => !tellsEntry(vendor.leftOpen, member))
  const members = compared
    .filter(({ member }) => member !== operation.pagination?.next)
    // what is told for the one value that is known is a newer word
    .filter(({ isSingle }) => isSingle !== true)
    .map((one): Question => ({
      ...one,
      title: `What it tells is so: ${one.member}`,
      axis: 'behaviour',
    }))
  const all: readonly Question[] = [
    { member: outcomeMember, title: 'It is carried out, or refused, as ruled', axis: 'behaviour' },
    {
      member: refusalMember,
      title: 'It is refused for what is wrong',
      axis: 'refusal',
      soft: true,
    },
    ...(described.length === 0 ? [] : [told]),
    // where any value is as good, none is newer
    ...(compared.some(({ isListed }) => isListed === true) ? [words] : []),
    ...members,
  ]
  return all.filter(
    ({ member }) => whyOpenMember(vendor.leftOpen, operation.name, member) === undefined,
  )
}

const told: Question = {
  member: toldMember,
  title: 'It tells all that there is',
  axis: 'shape',
  soft: true,
}

const words: Question = {
  member: wordsMember,
  title: 'It tells what is ruled in words that are known',
  axis: 'behaviour',
  soft: true,
}

/** Of which operation something is asked, and who says so. */
interface Asked {
  readonly vendor: Vendor
  readonly operation: Operation
  readonly basis: (check: string) => Basis
}

/**
 * By the registers, where a rule claims the check; else the contract, where it says what the member is. What only an SDK
 * declares is soft.
 */
const checkOf = (
  { vendor, operation, basis }: Asked,
  { member, title, axis, citation = operation.citation, soft }: Question,
): OperationQuestion['check'] => {
  const id = modelId(vendor.id, operation.name, member)
  const claimed = basis(id)
  const isSoft = soft === true || citation.kind === 'sdk'
  return {
    id,
    title,
    source: sourceOf(import.meta.url),
    axis,
    level: claimed.citations.length > 0 ? claimed.level : isSoft ? 'should' : 'must',
    citations: uniqueCitations([citation, ...claimed.citations]),
  }
}
