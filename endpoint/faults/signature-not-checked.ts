import type { KnownFault } from '../fault.ts'

/** Believes every signature. */
export const signatureNotChecked: KnownFault = {
  name: 'signature-not-checked',
  description: 'believes every signature',
  breaks: {
    aws: ['protocol/aws/signature/tampered*', 'protocol/aws/signature/another-secret'],
    huawei: ['R4'],
    tencent: ['C7'],
    codearts: ['R172'],
  },
  alter: ({ verify }) => ({
    verify: async (message, serving) => {
      const verified = await verify(message, serving)
      if (!('problem' in verified) || verified.problem !== 'wire.invalid-signature') return verified
      const [, accessKey] =
        /(?:Credential|Access)=([^/,]+)/u.exec(message.headers['authorization'] ?? '') ?? []
      return accessKey === undefined ? verified : { accessKey }
    },
  }),
  seen: {
    at: ({ believes }) => believes({}, (message) => ({ ...message, body: '{"Forged":1}' })),
    right: false,
    wrong: true,
  },
}
