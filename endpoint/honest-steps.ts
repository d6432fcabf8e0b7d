import { decide } from '../specs/model/decide.ts'
import type { Vendor } from '../specs/vendor.ts'
import { explainer } from './explain.ts'
import { inputChecker } from './input-check.ts'
import { keysOf } from './keys.ts'
import type { Steps } from './steps.ts'

/**
 * The steps of an endpoint that keeps to everything the vendor's data and the model say. It serves the regions given,
 * the vendor's own where none are.
 */
export function honestSteps(vendor: Vendor, regions: readonly string[] = [vendor.region]): Steps {
  const keys = keysOf(vendor.embedding)
  return {
    verify: (message, now) => vendor.wire.verify(message, keys, { now, regions }),
    hear: (message) => vendor.wire.hear(message),
    check: inputChecker(vendor.contract),
    decide,
    write: (output) => output,
    explain: explainer(vendor),
    frame: (answer) => answer,
  }
}
