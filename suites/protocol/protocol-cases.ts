import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Case } from '../case/case.ts'
import type { Basis } from '../verdict/basis.ts'
import { answersCase } from './answers-case.ts'
import { bodies } from './bodies.ts'
import { contentTypes } from './content-types.ts'
import { methods } from './methods.ts'
import { operationNames } from './operation-names.ts'
import { harmlessCall } from './proper-call.ts'
import { signatures } from './signatures.ts'
import { spoiledCase } from './spoiled-case.ts'
import { validityCase } from './validity-case.ts'
import { versions } from './versions.ts'

/** What is asked of a vendor's protocol, below the meaning of any operation: one case per area. */
export function protocolCases(vendor: Vendor, basis: (check: string) => Basis): readonly Case[] {
  const proper = harmlessCall(vendor)
  if (proper === undefined) return []
  const parts = { vendor, basis, proper }
  const areas = [operationNames, versions, bodies, contentTypes, methods, signatures]
  const cases = areas.map((area) => spoiledCase(parts, area))
  return [
    ...cases.filter(({ checks }) => checks.length > 0),
    validityCase(parts),
    answersCase(parts),
  ]
}
