import { decide } from '../specs/model/decide.ts'
import type { Vendor } from '../specs/vendor/vendor.ts'
import { explainer } from './explain.ts'
import { inputChecker } from './input-check.ts'
import { keysOf } from './keys.ts'
import type { Steps } from './steps.ts'

/** The steps of an endpoint that keeps to everything the vendor's data and the model say. */
export function honestSteps(vendor: Vendor): Steps {
  const keys = keysOf(vendor.referenceEndpoint)
  return {
    verify: (message, serving) => vendor.wire.verify(message, keys, serving),
    identify: (message, serving) => vendor.identity.verify(message, keys, serving),
    hear: (message) => vendor.wire.hear(message),
    check: inputChecker(vendor.contract, vendor.referenceEndpoint.inputForms),
    decide,
    write: (output) => output,
    explain: explainer(vendor),
    frame: (answer) => answer,
  }
}
