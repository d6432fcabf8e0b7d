import type { Random } from '../specs/vendor/new-id.ts'
import type { Vendor, VendorId } from '../specs/vendor/vendor.ts'
import type { LimitName } from '../specs/vocabulary/limit-name.ts'
import type { Answer, Message } from '../specs/wire/wire.ts'
import type { Visit } from './look.ts'
import type { Steps } from './steps.ts'

/** How an answer reaches the client; as plainly as HTTP can unless said. */
export interface Delivery {
  /** milliseconds that it takes */
  readonly after?: number
  readonly encoding?: 'gzip'
  /** in pieces, without a length */
  readonly chunked?: true
  /** the connection is closed behind it */
  readonly closing?: true
  /** how the names of its headers are written */
  readonly headerCase?: 'lower' | 'upper' | 'title'
  /** the part of its body that comes, from 0 to 1, before the connection breaks */
  readonly cutAt?: number
  /** the connection breaks, and nothing comes */
  readonly lost?: true
}

/** An answer on its way. */
export interface Delivered {
  readonly answer: Answer
  readonly delivery?: Delivery
}

/** What is done with a message that was received. */
export type Deliver = (message: Message) => Promise<Delivered>

/** Where a variant is at work: one endpoint, its time in milliseconds, and its own chance. */
export interface Setting {
  readonly vendor: Vendor
  readonly clock: () => number
  readonly random: Random
}

/** Checks that may come to something else than at a quiet endpoint, and to what. */
export interface Difference {
  /** ids of checks, or `*` globs */
  readonly checks: readonly string[]
  /** what they may come to instead: a verdict, an untestable or absent code, or the other reading */
  readonly to:
    | 'pass'
    | 'warn'
    | 'absent'
    | 'NO_QUOTA'
    | 'NO_PRINCIPAL'
    | 'SETUP_FAILED'
    | 'NOT_IMPLEMENTED'
    | 'document'
    | 'service'
  readonly because: string
}

/** An endpoint of other make, which is right all the same: one property, everything else as usual. */
export interface Variant {
  /** the name of its file */
  readonly name: string
  /** what the endpoint then does, in the present tense */
  readonly description: string
  /**
   * Who says that such an endpoint is right, by vendor: ids of facts in observed.json, of rules in requirements.json, or a
   * public source. A vendor that is not named can not be so.
   */
  readonly evidence: Readonly<Partial<Record<VendorId, readonly string[]>>>
  /** it takes more than the numbers that are published */
  readonly takesMore?: true
  /** the numbers that are its own: nobody states them of it */
  readonly ownLimits?: readonly LimitName[]
  /** every other verdict is that of a quiet endpoint */
  readonly differences?: readonly Difference[]
  /** it begins with an organization, and is asked with the accounts that are given there (variant-kit/given-organization.ts) */
  readonly given?: true
  /** names of faults that nobody could see on top of it */
  readonly hides?: readonly string[]
  /** the time it goes by, from the right one, in milliseconds */
  readonly clock?: (now: number) => number
  /** the steps that differ, made from those that stand; called once per endpoint */
  readonly alter?: (steps: Steps, setting: Setting) => Partial<Steps>
  /** what differs around all of them; called once per endpoint */
  readonly deliver?: (deliver: Deliver, setting: Setting) => Deliver
}

/** A visit at which is also seen how answers travel. */
export interface VariantVisit extends Visit {
  /** the same plain question so many times, by a client that accepts gzip, and how the answers travel */
  readonly deliveries: (count: number) => Promise<readonly Delivered[]>
}

/** How it shows that an endpoint is of other make: the same script shows one thing at a quiet one, and another there. */
export interface VariantLook {
  /** says verbs to an endpoint of any vendor that the variant names, with an empty world, and tells what it saw */
  readonly at: (visit: VariantVisit) => Promise<unknown>
  readonly quiet: unknown
  readonly varied: unknown
}

/** A variant of the collection: it can be seen in every vendor that it names. */
export interface KnownVariant extends Variant {
  readonly seen: VariantLook
}
