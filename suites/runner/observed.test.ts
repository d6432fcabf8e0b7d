import { describe, expect, test } from 'vitest'

import { vendorIds } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { globMatcher } from '../verdict/glob.ts'
import { casesFor } from './cases-for.ts'
import { loadScenarios } from './load-scenarios.ts'

// A fact that touches no check that there is would look as if it were heeded.

describe.each(vendorIds)('what is observed of %s', async (id) => {
  const vendor = await loadVendor(id)
  const checks = casesFor(vendor, await loadScenarios()).flatMap((one) => one.checks)
  const ids = checks.map((check) => check.id)

  test('touches checks that there are', () => {
    const globs = vendor.observed.flatMap((fact) => [
      ...(fact.checks ?? []),
      ...(fact.accepted ?? []),
    ])
    expect(globs.filter((glob) => !ids.some(globMatcher(glob)))).toEqual([])
  })

  test('is carried out only where the fact touches the check', () => {
    const astray = vendor.observed.flatMap(({ id: fact, checks: touched = [], accepted = [] }) => {
      const touches = touched.map(globMatcher)
      const done = ids.filter((check) => accepted.some((glob) => globMatcher(glob)(check)))
      return done.filter((check) => !touches.some((is) => is(check))).map((one) => [fact, one])
    })
    expect(astray).toEqual([])
  })

  test('is what the answers beside the document rest on', () => {
    const known = vendor.observed.map((fact) => fact.id)
    const rows = Object.values(vendor.refusals.refusals)
    const named = rows.flatMap(({ observed = [] }) => observed.flatMap(({ facts }) => facts))
    expect(named.filter((fact) => !known.includes(fact))).toEqual([])
  })
})
