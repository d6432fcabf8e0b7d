import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import { withRules } from '../fault-kit/alter-decide.ts'
import { delivering, nothing, nowAndThen, travelling } from '../variant-kit/delivering.ts'
import { givenOrganization } from '../variant-kit/given-organization.ts'
import { isRead, lookingBack } from '../variant-kit/past-worlds.ts'
import { throttling, throttlingBeyond } from '../variant-kit/throttling.ts'
import type { Variant } from '../variant.ts'
import type { CloudManner } from './cloud-manner.ts'
import { cloudPast } from './cloud-past.ts'
import { knownKeys } from './known-keys.ts'

/** The vendors of which there is a cloud: those that have organizations. */
export const cloudVendors: readonly VendorId[] = ['aws', 'huawei', 'tencent']

/**
 * What makes the embedded endpoint like a real cloud: an organization in which others have worked, a few accounts whose keys are
 * known, and the manner of a service that many use. Each is a variant on top of those before it.
 */
export function cloudOf(vendor: Vendor, manner: CloudManner): readonly Variant[] {
  const { takes, lag, ahead, slow, bucket, throttled } = manner
  const delays = {
    switchDelay: takes.switching,
    creationDelay: takes.creating,
    closingDelay: takes.closing,
  }
  return [
    part('cloud-past', { given: true, alter: givenOrganization(cloudPast) }),
    part('cloud-takes-time', { alter: withRules(() => delays) }),
    ...when(lag > 0, 'cloud-lag', {
      alter: lookingBack({ reads: isRead, age: () => lag, furthest: lag }),
    }),
    part('cloud-keys', { alter: knownKeys(vendor) }),
    ...when(ahead !== 0, 'cloud-clock', { clock: (now) => now + ahead }),
    part('cloud-resets-after', {
      deliver: nowAndThen(manner.resetAfter, async (right) =>
        travelling(await right(), { lost: true }),
      ),
    }),
    part('cloud-throttled', { deliver: throttling({ share: throttled }) }),
    ...(bucket === undefined ? [] : [part('cloud-bucket', { deliver: throttlingBeyond(bucket) })]),
    part('cloud-resets-before', { deliver: nowAndThen(manner.resetBefore, () => nothing) }),
    ...when(slow > 0, 'cloud-slow', { deliver: delivering({ after: slow }) }),
  ]
}

type Made = Pick<Variant, 'given' | 'alter' | 'deliver' | 'clock'>

/** A part of a cloud: who says that it is right is said by the variant that is alike. */
const part = (name: string, made: Made): Variant => ({
  name,
  description: 'is a part of a cloud',
  evidence: {},
  ...made,
})

const when = (holds: boolean, name: string, made: Made): readonly Variant[] =>
  holds ? [part(name, made)] : []
