import { Buffer } from 'node:buffer'
import { createHash, generateKeyPairSync } from 'node:crypto'

import type { JsonObject } from '../../specs/contract/json.ts'
import { planted, type BadInput, type WriteFile } from './bad-input.ts'
import { changed, pathsIn } from './change.ts'
import { randomFrom } from './random.ts'
import { soundResults } from './reports.ts'
import { brokenJson } from './texts.ts'

type Named = readonly [name: string, text: string]

/** An envelope with which nothing is wrong but that nobody signed it. */
const soundEnvelope: JsonObject = {
  payloadType: 'application/vnd.in-toto+json',
  payload: Buffer.from(JSON.stringify({ secret: planted })).toString('base64'),
  signatures: [
    {
      keyid: createHash('sha256').update('nobody').digest('hex'),
      sig: Buffer.alloc(64, 1).toString('base64'),
    },
  ],
}

/** Certificates, keys and results that `certify` and `verify` can not use. */
export function badCertificates(write: WriteFile): readonly BadInput[] {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const sound = {
    publicKey: write('sound.pub.pem', publicKey.export({ type: 'spki', format: 'pem' })),
    privateKey: write('sound.pem', privateKey.export({ type: 'pkcs8', format: 'pem' })),
    certificate: write('sound-certificate.json', JSON.stringify(soundEnvelope)),
    results: write('results-to-certify.json', JSON.stringify(soundResults)),
  }
  return [
    ...[...texts(), ...misfits()].map(([name, text], at) => ({
      name: `a certificate: ${name}`,
      words: ['verify', write(`certificate-${at}.json`, text), '--key', sound.publicKey],
    })),
    ...keys.flatMap(([name, pem], at) => {
      const path = write(`key-${at}.pem`, pem)
      const out = ['--out', `${path}.certificate`]
      return [
        { name: `to verify by: ${name}`, words: ['verify', sound.certificate, '--key', path] },
        { name: `to sign with: ${name}`, words: ['certify', sound.results, '--key', path, ...out] },
      ]
    }),
    ...wrongWords(sound),
  ]
}

const texts = (): readonly Named[] => {
  const whole = JSON.stringify(soundEnvelope)
  const random = randomFrom(3)
  const cuts = Array.from({ length: 12 }, (): Named => {
    const at = Math.floor(random() * whole.length)
    return [`cut after ${at} characters`, whole.slice(0, at)]
  })
  return [
    ...Object.entries(brokenJson),
    ...cuts,
    ['results', JSON.stringify(soundResults)],
    ['a statement that is not in an envelope', JSON.stringify({ _type: planted, subject: [] })],
    ['a bundle of two envelopes, a line each', `${whole}\n${whole}\n`],
    ['a bundle of Sigstore', JSON.stringify({ mediaType: planted, dsseEnvelope: soundEnvelope })],
    ['a payload twice', whole.replace('"payload":', `"payload":"${planted}","payload":`)],
  ]
}

const misfits = (): readonly Named[] =>
  pathsIn(soundEnvelope).flatMap((path): readonly Named[] => {
    const place = path.join('.')
    const holding = (value: Parameters<typeof changed>[2]): string =>
      JSON.stringify(changed(soundEnvelope, path, value))
    return [
      [`${place} is gone`, holding(undefined)],
      [`${place} is something else`, holding({ [planted]: [planted] })],
      [`${place} is empty`, holding('')],
      [`${place} is null`, holding(null)],
    ]
  })

const frame = (label: string, body: string): string =>
  `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`

const keys: readonly Named[] = [
  ['nothing', ''],
  ['a word', planted],
  ['JSON', `{"key": "${planted}"}`],
  ['a line of an authorized_keys file', `ssh-ed25519 ${planted} me`],
  ['a private key that is none', frame('PRIVATE KEY', planted)],
  ['a public key that is none', frame('PUBLIC KEY', planted)],
  ['an encrypted key that is none', frame('ENCRYPTED PRIVATE KEY', planted)],
  ['a key of OpenSSH', frame('OPENSSH PRIVATE KEY', planted)],
  ['a certificate of X.509', frame('CERTIFICATE', planted)],
  ['a request for a certificate', frame('CERTIFICATE REQUEST', planted)],
  ['a label that is none', frame(planted, planted)],
  ['two keys', frame('PRIVATE KEY', planted) + frame('PUBLIC KEY', planted)],
  ['much', 'x'.repeat(20_000)],
]

type Sound = Readonly<Record<'publicKey' | 'privateKey' | 'certificate' | 'results', string>>

const wrongWords = (sound: Sound): readonly BadInput[] =>
  Object.entries({ ...wrongToVerify(sound), ...wrongToCertify(sound) }).map(([name, words]) => ({
    name,
    words,
  }))

type Words = Readonly<Record<string, readonly string[]>>

const wrongToVerify = ({ certificate, publicKey, privateKey, results }: Sound): Words => {
  const verify = ['verify', certificate, '--key']
  return {
    'verify without a file': ['verify', '--key', publicKey],
    'verify without a key': ['verify', certificate],
    'verify with two keys': [...verify, publicKey, '--key', publicKey],
    'verify what is not there': ['verify', `${certificate}.gone`, '--key', publicKey],
    'verify by a private key': [...verify, privateKey],
    'verify results that are not there': [...verify, publicKey, '--results', `${results}.gone`],
    'verify a second run that is not there': [...verify, publicKey, '--repeat', `${results}.gone`],
    'verify evidence that is not there': [...verify, publicKey, '--evidence', `${results}.gone`],
  }
}

const wrongToCertify = ({ publicKey, privateKey, results }: Sound): Words => {
  const out = ['--out', `${results}.certificate`]
  const certify = ['certify', results, '--key', privateKey]
  return {
    'certify without a file': ['certify', '--key', privateKey, ...out],
    'certify without a key': ['certify', results, ...out],
    'certify to nowhere': certify,
    'certify to an empty name': [...certify, '--out', ''],
    'certify over the key': [...certify, '--out', privateKey],
    'certify with a public key': ['certify', results, '--key', publicKey, ...out],
    // the invented results are of a version that has no requirement set
    'certify results of an unknown version': [...certify, ...out],
    'certify by a set that there is not': [...certify, ...out, '--requirements', '9.9.9'],
    'certify by a path': [...certify, ...out, '--requirements', '../schemas/results.schema'],
    'certify for no days': [...certify, ...out, '--days', '0'],
    'certify for ever': [...certify, ...out, '--days', '999999'],
    'certify for some days': [...certify, ...out, '--days', 'some'],
    'certify a second run that is not there': [...certify, ...out, '--repeat', `${results}.gone`],
    'certify evidence that is a folder': [...certify, ...out, '--evidence', '.'],
  }
}
