import { type Json, type JsonObject } from '../../specs/contract/json.ts'
import { founded, inviting } from '../fault-kit/arrange.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Names the organization among the parties of an invitation without the prefix of its id. */
export const partiesWithoutPrefix: KnownVariant = {
  name: 'parties-without-prefix',
  description:
    'names the organization among the parties of an invitation without the prefix of its id',
  evidence: {
    aws: ['O123'],
  },
  alter: rewriting(() => ({
    object: ({ Id: id, ...others }) => ({
      ...others,
      ...(id !== undefined && { Id: bare(id, others) }),
    }),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const { answer } = await inviting(visit.boss, visit.guest.id)
      return /"Id":"o-/u.test(answer.body)
    },
    quiet: true,
    varied: false,
  },
}

/** A party is known by its members: it has an id, a type, and nothing else. */
const bare = (named: Json, { Type: type, ...others }: Readonly<Partial<JsonObject>>): Json =>
  type === 'ORGANIZATION' && typeof named === 'string' && Object.keys(others).length === 0
    ? named.replace(/^o-/u, '')
    : named
