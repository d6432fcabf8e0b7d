import { isUtf8, type Buffer } from 'node:buffer'
import type { KeyObject } from 'node:crypto'

import {
  subjectHash,
  type Certificate,
  type Statement,
} from '../../reports/certificate/certificate.ts'
import { decidedText } from '../../reports/certificate/count-checks.ts'
import { lapses } from '../../reports/certificate/lapses.ts'
import type { NamedSet } from '../../reports/certificate/named-set.ts'
import { setContradictions } from '../../reports/certificate/set-contradictions.ts'
import { statementContradictions } from '../../reports/certificate/statement-contradictions.ts'
import { exitCodes, type Problem } from '../problem.ts'
import {
  hashContradictions,
  repeatContradictions,
  resultsContradictions,
  type GivenFiles,
} from './against-results.ts'
import { keyId, unseal, type Envelope } from './envelope.ts'

/**
 * What came of one question: `ok`, `invalid` (forged, or against itself), `lapsed` (true once), `missing` (never was),
 * or `unseen`, since nothing behind an invalid signature is looked at.
 */
export type FindingState = 'ok' | 'invalid' | 'lapsed' | 'missing' | 'unseen'

/** The answer to one question about a certificate, in sentences. */
export interface Finding {
  readonly state: FindingState
  readonly says: readonly string[]
}

/** What is found of a certificate. */
export interface Verification {
  readonly signature: Finding
  readonly coverage: Finding
  readonly repeat: Finding
  readonly current: Finding
  /** what is certified; only where the signature is valid and what it signs can be read */
  readonly statement?: Statement
}

/** Everything that a certificate is verified by. Nothing of it is asked of anybody: it is all here. */
export interface VerificationOrder extends GivenFiles {
  readonly envelope: Envelope
  readonly key: KeyObject
  /** reads the signed text as a statement, held against its schema */
  readonly read: (
    text: string,
  ) => { readonly content: Statement } | { readonly problems: readonly Problem[] }
  readonly now: number
  /** the requirement set of the release that verifies, and any that it knows */
  readonly current: NamedSet
  readonly setOf: (version: string) => NamedSet | undefined
}

/** Verifies a certificate: first whose it is, then all that it says, against itself and what it names. */
export function verifyCertificate(order: VerificationOrder): Verification {
  const unsealed = unseal(order.envelope, order.key)
  if ('refused' in unsealed) return unsigned([unsealed.refused])
  const read = readPayload(unsealed.payload, order.read)
  if ('problems' in read) {
    const places = read.problems.map(({ message }) => message)
    return unsigned(['the key signed something that is no certificate', ...places])
  }
  const statement = read.content
  const { orgproof: certificate } = statement.predicate
  const named = order.setOf(certificate.requirements.version)
  return {
    signature: ok([`by the key ${keyId(order.key)}`]),
    coverage: coverageOf(statement, named, order),
    repeat: repeatOf(certificate, order),
    current: currentOf(certificate, named, order),
    statement,
  }
}

/** What `verify` ends with: 1 where anything is invalid, 2 where anything lapsed or is missing, else 0. */
export function verificationExit({ signature, coverage, repeat, current }: Verification): number {
  const states = [signature, coverage, repeat, current].map(({ state: found }) => found)
  if (states.includes('invalid')) return exitCodes.nonconformant
  return states.every((found) => found === 'ok') ? exitCodes.conformant : exitCodes.incomplete
}

const ok = (says: readonly string[]): Finding => ({ state: 'ok', says })

const unsigned = (says: readonly string[]): Verification => {
  const unseen: Finding = { state: 'unseen', says: ['not looked at'] }
  return {
    signature: { state: 'invalid', says },
    coverage: unseen,
    repeat: unseen,
    current: unseen,
  }
}

const readPayload = (
  payload: Buffer,
  read: VerificationOrder['read'],
): ReturnType<VerificationOrder['read']> =>
  isUtf8(payload)
    ? read(payload.toString('utf8'))
    : { problems: [{ code: 'FILE_NOT_UTF8', message: 'it is not UTF-8' }] }

const coverageOf = (
  statement: Statement,
  named: NamedSet | undefined,
  order: VerificationOrder,
): Finding => {
  const { requirements, targets } = statement.predicate.orgproof
  const wrong = [
    ...statementContradictions(statement),
    ...(named === undefined ? [] : setContradictions(statement.predicate.orgproof, named)),
    ...hashContradictions(statement, order),
  ]
  if (wrong.length > 0) return { state: 'invalid', says: wrong }
  if (named === undefined) {
    const says = `the requirement set ${requirements.version} is not known to this release`
    return { state: 'missing', says: [says] }
  }
  const differs = resultsContradictions(statement, named, order)
  if (differs.length > 0) return { state: 'invalid', says: differs }
  return ok([
    ...targets.map((target) => `${target.name}: decided are ${decidedText(target)}`),
    ...notHeld(statement, order),
  ])
}

/** What was not held against the certificate, since nobody gave it. */
const notHeld = (
  statement: Statement,
  { results, evidence }: VerificationOrder,
): readonly string[] => [
  ...(results === undefined ? ['not held against results.json: --results gives it'] : []),
  ...(evidence === undefined && subjectHash(statement, 'evidence') !== undefined
    ? ['not held against the evidence: --evidence gives it']
    : []),
]

const repeatOf = ({ repeat }: Certificate, order: VerificationOrder): Finding => {
  if (repeat === undefined) return { state: 'missing', says: ['no second run'] }
  const wrong = repeatContradictions(repeat, order)
  if (wrong.length > 0) return { state: 'invalid', says: wrong }
  const { compared, differing, run } = repeat
  const says = `the run ${run} has ${differing} of ${compared} verdicts otherwise`
  if (differing > 0) return { state: 'missing', says: [says] }
  const held = order.repeat !== undefined && order.results !== undefined
  return ok([
    says,
    ...(held ? [] : ['not held against both runs: --results and --repeat give them']),
  ])
}

const currentOf = (
  certificate: Certificate,
  named: NamedSet | undefined,
  { now, current }: VerificationOrder,
): Finding => {
  const says = lapses(certificate, { now, current, named })
  if (says.length > 0) return { state: 'lapsed', says }
  return ok([`until ${certificate.expiresAt}, by the requirement set ${current.set.version}`])
}
