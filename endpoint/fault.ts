import type { Vendor, VendorId } from '../specs/vendor/vendor.ts'
import type { Look } from './look.ts'
import type { Steps } from './steps.ts'

/** A way to be wrong on purpose: one property of the endpoint, everything else stays right. */
export interface Fault {
  /** the name of its file */
  readonly name: string
  /** what the endpoint then does, in the present tense */
  readonly description: string
  /**
   * What it violates, by vendor: ids of requirements, or globs of check ids for what no requirement says.
   * A vendor that is not named can not have this fault.
   */
  readonly breaks: Readonly<Partial<Record<VendorId, readonly string[]>>>
  /** the steps that differ, made from the right ones; called once per endpoint */
  readonly alter: (steps: Steps, vendor: Vendor) => Partial<Steps>
}

/** A fault of the collection: it can be seen in every vendor that it names. */
export interface KnownFault extends Fault {
  readonly seen: Look
}
