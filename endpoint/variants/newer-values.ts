import { founded } from '../fault-kit/arrange.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers with a value of a list that is not closed: another type of policies in a root where types are on. */
export const newerValues: KnownVariant = {
  name: 'newer-values',
  description:
    'answers with a type of policies that nobody knows yet beside those that are enabled',
  evidence: {
    aws: ['O166', 'O167'],
  },
  differences: [
    {
      checks: ['contract/aws/*/answer/shape', 'endpoint/aws/*/answers-keep-the-contract'],
      to: 'warn',
      because: 'a value that the document does not list is noted, where it stands, once',
    },
  ],
  alter: rewriting(() => ({
    object: (object) => {
      const { PolicyTypes: types } = object
      // where none is on, none that is newer is
      if (!Array.isArray(types) || types.length === 0) return object
      return { ...object, PolicyTypes: [...types, { Type: 'NEWER_POLICY', Status: 'ENABLED' }] }
    },
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listRoots({})).answer.body.includes('NEWER_POLICY')
    },
    quiet: false,
    varied: true,
  },
}
