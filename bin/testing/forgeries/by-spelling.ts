import { bytesBy, below, decoded, pick, sigOf, withSig, type Forge } from './forge.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Of the last character before the padding some bits say nothing: another one that decodes to the same. */
const alike = (text: string): string =>
  text.replace(/(.)==$/u, (_, last: string) => `${alphabet[alphabet.indexOf(last) ^ 1] ?? ''}==`)

const within = (text: string, sign: string, random: () => number): string => {
  const at = below(random, text.length)
  return `${text.slice(0, at)}${sign}${text.slice(at)}`
}

/** For tests: certificates whose signature may still be right, written so that two readers could read two things. */
export const bySpelling: Readonly<Record<string, Forge>> = {
  'more or fewer signatures': ({ envelope, random }) => {
    const [own] = envelope.signatures
    const stranger = {
      keyid: bytesBy(random, 32).toString('hex'),
      sig: bytesBy(random, 64).toString('base64'),
    }
    const all = [[own, stranger], [stranger, own], [own, own, stranger], [stranger], []]
    return JSON.stringify({ ...envelope, signatures: pick(random, all) })
  },
  'a member of the envelope': ({ envelope, random }) => {
    const extra = { [pick(random, ['alg', 'algorithm', 'verified', 'cert'])]: below(random, 1e6) }
    const signatures = envelope.signatures.map((one) => ({ ...one, ...extra }))
    return JSON.stringify({
      ...envelope,
      ...pick<object>(random, [extra, { signatures }]),
    })
  },
  'a key twice': ({ envelope, random }) => {
    const text = JSON.stringify(envelope)
    const fake = JSON.stringify(bytesBy(random, 30).toString('base64'))
    return pick(random, [
      text.replace('"payload":', `"payload":${fake},"payload":`),
      text.replace(/\}$/u, `,"payload":${fake}}`),
      text.replace(/\}$/u, `,"pay\\u006coad":${fake}}`),
      text.replace('"sig":', `"sig":${fake},"sig":`),
    ])
  },
  'base64 of another kind': ({ envelope, random }) => {
    const { payload } = envelope
    const variants = [
      within(payload, '\n', random),
      within(payload, ' ', random),
      within(payload, '*', random),
      within(payload, '-_', random),
      `${payload}${'='.repeat(1 + below(random, 9))}`,
      decoded(payload).toString('hex'),
      Buffer.from(payload).toString('base64'),
    ]
    return { ...envelope, payload: pick(random, variants) }
  },
  'base64 of a signature of another kind': ({ envelope, random }) => {
    const sig = sigOf(envelope)
    const variants = [
      sig.replace(/=+$/u, ''),
      within(sig, '\n', random),
      within(sig, ' ', random),
      `${sig}=`,
      decoded(sig).toString('hex'),
      alike(sig),
    ]
    return withSig(envelope, pick(random, variants))
  },
  'a file that is cut': ({ envelope, random }) => {
    const text = JSON.stringify(envelope)
    return text.slice(0, below(random, text.length))
  },
}
