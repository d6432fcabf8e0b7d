import { sign } from 'node:crypto'

import { seal } from '../../../harness/certificate/envelope.ts'
import type { JsonObject } from '../../../specs/contract/json.ts'
import { changed } from '../../bad-input/change.ts'
import {
  altered,
  below,
  decoded,
  holding,
  pick,
  preAuthentication,
  statementIn,
  textIn,
  withSig,
  type Forge,
} from './forge.ts'

/** For tests: what the owner of the key signed himself, and is no certificate, or none of these results. */
export const byOwners: Readonly<Record<string, Forge>> = {
  'a value': (genuine) => seal(altered(genuine), genuine.privateKey),
  'two values': (genuine) => {
    const envelope = holding(genuine.envelope, altered(genuine))
    return seal(altered({ ...genuine, envelope }), genuine.privateKey)
  },
  'another payload type': ({ envelope, privateKey, random }) => {
    const payloadType = `application/vnd.in-toto+json;v=${below(random, 1e9)}`
    const signed = preAuthentication(payloadType, decoded(envelope.payload))
    return withSig({ ...envelope, payloadType }, sign(null, signed, privateKey))
  },
  'the payload alone': ({ envelope, privateKey, random }) => {
    const other = holding(envelope, `${textIn(envelope)}${' '.repeat(below(random, 200))}`)
    return withSig(other, sign(null, decoded(other.payload), privateKey))
  },
  'a key twice in the statement': ({ envelope, privateKey, random }) =>
    seal(textIn(envelope).replace('"seed":', `"seed":${below(random, 1e6)},"seed":`), privateKey),
  'another statement': ({ envelope, privateKey, random }) => {
    const statement = statementIn(envelope)
    const number = below(random, 1e6)
    const certificate = (member: string, value: string | readonly string[]): JsonObject =>
      changed(statement, ['predicate', 'orgproof', member], value)
    const statements: readonly JsonObject[] = [
      { ...statement, predicateType: `https://in-toto.io/attestation/test-result/v0.${number}` },
      { ...statement, _type: `https://in-toto.io/Statement/v0.${number}` },
      { ...statement, extra: number },
      changed(statement, ['subject', '0', 'digest'], { sha1: `${number}` }),
      changed(statement, ['subject'], []),
      certificate('expiresAt', `${2100 + (number % 800)}-01-01T00:00:00.000Z`),
      certificate('issuedAt', `${1900 + (number % 100)}-01-01T00:00:00.000Z`),
      certificate('issuedAt', `${number}`),
      certificate('doesNotProve', []),
      certificate('targets', []),
      changed(statement, ['predicate', 'failedTests'], [`x ${number}`]),
      changed(statement, ['predicate', 'warnedTests'], [`x ${number}`]),
    ]
    return seal(JSON.stringify(pick(random, statements)), privateKey)
  },
  'something else': ({ privateKey, random }) => {
    const texts = [
      `${random()}`,
      JSON.stringify({ verdict: random() }),
      `not even JSON ${random()}`,
      JSON.stringify([random()]),
      '{'.repeat(1 + below(random, 500)),
    ]
    return seal(pick(random, texts), privateKey)
  },
}
