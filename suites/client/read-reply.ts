import type { ClientParts } from './client-parts.ts'
import type { SendMessage } from './patient-connection.ts'
import { signedCall } from './sign-call.ts'
import { probeUnimplemented, type ReadReply } from './unimplemented-probe.ts'

/** Reads answers; strangers are asked only where accounts are free and writing is harmless. */
export function replyReader(parts: ClientParts, ask: SendMessage): ReadReply {
  const { vendor, target } = parts
  const { accounts } = target
  if (accounts.mode === 'fixed' || target.readOnly) {
    return async (operation, answer, show) => vendor.wire.decode(operation, answer, show)
  }
  const account = vendor.mintAccount(0n)
  const accessKey = accounts.by === 'access-key' ? account : accounts.credentials.accessKey
  const stranger = { account, credentials: { ...accounts.credentials, accessKey } }
  return probeUnimplemented(vendor, async (operation, input) => {
    const message = await signedCall(parts, stranger, { operation, input })
    const came = await ask(message, parts.stop?.now)
    return 'answer' in came ? came.answer : undefined
  })
}
