import { type Json, type JsonObject } from '../../specs/contract/json.ts'
import { founded } from '../fault-kit/arrange.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers with values of a list that is not closed: another kind of policies in the root, another way to have joined. */
export const newerValues: KnownVariant = {
  name: 'newer-values',
  description: 'answers with kinds of policies and ways to join that nobody knows yet',
  evidence: {
    aws: ['O166', 'O167'],
    huawei: ['H4', 'H21'],
  },
  alter: rewriting(() => ({
    object: (object) => ({ ...object, ...newerKinds(object), ...newerWay(object) }),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const roots = await visit.boss.listRoots({})
      return /newer_policy/iu.test(roots.answer.body)
    },
    quiet: false,
    varied: true,
  },
}

const newerKinds = ({
  PolicyTypes: kinds,
  policy_types: others,
}: Readonly<Partial<JsonObject>>): JsonObject => ({
  ...(isAny(kinds) && {
    PolicyTypes: [...kinds, { Type: 'NEWER_POLICY', Status: 'ENABLED' }],
  }),
  ...(isAny(others) && {
    policy_types: [...others, { type: 'newer_policy', status: 'enabled' }],
  }),
})

/** Where none is on, none that is newer is. */
const isAny = (kinds: Json | undefined): kinds is readonly Json[] =>
  Array.isArray(kinds) && kinds.length > 0

const newerWay = ({ join_method: way }: Readonly<Partial<JsonObject>>): JsonObject =>
  way === undefined ? {} : { join_method: 'transferred' }
