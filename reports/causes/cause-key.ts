import { metIn, type Met } from '../../suites/verdict/met.ts'
import { reasonText } from '../../suites/verdict/verdict.ts'
import type { CheckResult } from '../results/results.ts'

/** The feature of an operation, or the operation itself where no feature is known. */
export type FamilyOf = (operation: string) => string

type Key = readonly string[]

/**
 * What findings of one cause have in common: they are of operations that belong together, ask for the same, and met the
 * same instead. Where nothing was met that an operation answers, it is the question and what was seen.
 */
export function causeKey(check: CheckResult, familyOf: FamilyOf): string {
  const met = metIn(check.received ?? '')
  const key =
    ourKey(check) ?? missingKey(check) ?? brokenKey(check, met) ?? answerKey(check, met, familyOf)
  return JSON.stringify(key ?? questionKey(check, familyOf))
}

/** The key of an operation that is not offered. */
export function notOffered(operation: string): string {
  return JSON.stringify(['not offered', operation])
}

/** Whether a check asks if an operation is there at all. */
export function asksForOperation({ id }: Pick<CheckResult, 'id'>): boolean {
  return id.endsWith('/is-implemented')
}

const ourKey = ({ verdict, reason, id }: CheckResult): Key | undefined =>
  verdict === 'error' ? ['ours', reason?.split('\n')[0] ?? id] : undefined

const missingKey = (check: CheckResult): Key | undefined =>
  asksForOperation(check) ? ['not offered', check.operation ?? check.case] : undefined

/** What no operation answers: whatever it was asked, the endpoint broke down in one way. */
const brokenKey = ({ id, reason }: CheckResult, met: Met | undefined): Key | undefined => {
  const [, problem] = /^garbled: (.*)$/su.exec(met?.as ?? '') ?? []
  const unreadable = /^protocol\/[^/]+\/[^/]+\/readable$/u.test(id) ? reason : undefined
  const broken = problem ?? unreadable
  return broken === undefined ? undefined : ['broken', broken]
}

/** The mistake whose refusal was due, or that it had to be carried out; and what was answered instead. */
const answerKey = (
  { refusal }: CheckResult,
  met: Met | undefined,
  familyOf: FamilyOf,
): Key | undefined =>
  met === undefined ? undefined : ['answered', familyOf(met.operation), refusal ?? '', met.as]

/** The question behind the operation, and what was seen; a member of an answer by whatever way it is reached. */
const questionKey = (check: CheckResult, familyOf: FamilyOf): Key => {
  const [kind = '', vendor = '', , ...rest] = check.id.split('/')
  const family = check.operation === undefined ? check.case : familyOf(check.operation)
  if (kind === 'model') return [kind, family, rest.join('/').split('.').at(-1) ?? '']
  if (kind === 'scenario' || kind === 'law') return [check.case, seenIn(check)]
  return [kind, family, vendor, ...rest, seenIn(check)]
}

/** What was seen, without ids and numbers. */
const seenIn = (check: CheckResult): string => {
  const said = reasonText(check) ?? check.received ?? ''
  const neutral = check.operation === undefined ? said : said.replaceAll(check.operation, '#')
  return neutral.replaceAll(/\d+/gu, '#').replaceAll(/[a-z]+(-[a-z0-9#]+)+/gu, '#')
}
