import { done } from '../../model/decision.ts'
import { withoutKeys } from '../../model/entries.ts'
import type { UnitRecord } from '../../model/world.ts'
import { homeOf, insteadOf, leaving, otherwise, pretending } from './break.ts'
import type { BrokenRule } from './broken-rule.ts'

/** What can go wrong with units and their limits. */
export const brokenUnits: readonly [BrokenRule, ...BrokenRule[]] = [
  {
    name: 'a unit that is deleted leaves its policies',
    vendor: 'aws',
    decide: leaving('deleteUnit', (written, { attachments }) => ({ ...written, attachments })),
    breaks: 'an attachment has both its ends',
    path: ['createOrganization', 'createUnit', 'deleteUnit'],
  },
  {
    name: 'a unit that is deleted leaves its tags',
    vendor: 'huawei',
    decide: leaving('deleteUnit', (written, { tags }) => ({ ...written, tags })),
    breaks: 'what has tags is there',
    path: ['createOrganization', 'createUnit', 'deleteUnit'],
  },
  {
    name: 'a unit is deleted with a unit in it',
    vendor: 'tencent',
    decide: insteadOf('unitNotEmpty', 'deleteUnit', (own, { unit }) => ({
      ...own,
      units: withoutKeys(own.units, unit),
    })),
    breaks: 'every unit leads to the root',
    path: ['createOrganization', 'createUnit', 'createUnit', 'deleteUnit'],
  },
  {
    name: 'units nest one deeper than they may',
    vendor: 'aws',
    decide: pretending('createUnit', ({ context }) => {
      const { rules } = context
      return {
        context: { ...context, rules: { ...rules, limits: { ...rules.limits, unitDepth: 3 } } },
      }
    }),
    breaks: 'units nest no deeper than they may',
    path: ['createOrganization', 'createUnit', 'createUnit', 'createUnit'],
  },
  {
    name: 'all units have the same name',
    vendor: 'huawei',
    decide: leaving('createUnit', (written) => ({
      ...written,
      units: new Map(
        [...written.units].map(([id, one]): [string, UnitRecord] => [id, { ...one, name: 'one' }]),
      ),
    })),
    breaks: 'units of one parent have names of their own',
    path: ['createOrganization', 'createUnit', 'createUnit'],
  },
  {
    name: 'a unit takes the id that the last one had',
    vendor: 'tencent',
    decide: pretending('createUnit', ({ context }) => ({
      context: { ...context, newId: (kind) => `the-${kind}` },
    })),
    breaks: 'an id is new, or is what it was',
    path: ['createOrganization', 'createUnit'],
  },
  {
    name: 'a name that is refused is written all the same',
    vendor: 'huawei',
    decide: otherwise('renameUnit', ({ world, command: { caller }, decision }) => {
      const own = homeOf(world, caller)
      return decision.kind === 'refused' && own
        ? { ...decision, changes: { organizations: [{ ...own }] } }
        : decision
    }),
    breaks: 'a refusal changes nothing',
    path: ['createOrganization', 'renameUnit'],
  },
  {
    name: 'a unit is written into the world while it is decided about',
    vendor: 'tencent',
    decide: otherwise('createUnit', ({ world, decision, command: { caller } }) => {
      const { units, root: parent = '' } = homeOf(world, caller) ?? {}
      const written = units as Map<string, UnitRecord> | undefined
      written?.set('early', { id: 'early', name: 'early', parent, createdAt: 0 })
      return decision.kind === 'done' ? done(decision.result) : decision
    }),
    breaks: 'deciding writes nothing',
    saying: ['createUnit'],
    path: ['createOrganization'],
  },
]
