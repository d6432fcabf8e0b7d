import { newRequestId } from '../../specs/vendor/new-id.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import type { ErrorAnswer, Message } from '../../specs/wire/wire.ts'
import type { Around } from './delivering.ts'

type Code = Pick<ErrorAnswer, 'code' | 'status'>

const share = 0.05

/** Refuses a share of the messages that may write, or of some operations, by a code that passes, and does nothing. */
export function refusingNowAndThen(
  codes: Readonly<Partial<Record<VendorId, Code>>>,
  operations?: ReadonlySet<string>,
): Around {
  return (deliver, { vendor, random }) => {
    const code = codes[vendor.id]
    const isMeant = (name: string): boolean => operations?.has(name) ?? writes(vendor, name)
    return async (message) => {
      const operation = operationIn(vendor, message)
      const meant = operation !== undefined && isMeant(operation)
      if (code === undefined || !meant || random() >= share) return await deliver(message)
      const error = { ...code, message: 'something is under way; try again later' }
      return { answer: vendor.wire.refuse(error, newRequestId(random)) }
    }
  }
}

const operationIn = ({ wire }: Vendor, message: Message): string | undefined => {
  const heard = wire.hear(message)
  return 'problem' in heard ? undefined : heard.operation
}

const writes = ({ requestTemplates }: Vendor, operation: string): boolean =>
  requestTemplates[operation]?.writes ?? true
