import { isObject, type Json } from '../../specs/contract/json.ts'
import { founded } from '../fault-kit/arrange.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import type { KnownVariant } from '../variant.ts'

/** Lists the types of policies that are off beside those that are on. */
export const disabledTypesStayListed: KnownVariant = {
  name: 'disabled-types-stay-listed',
  description: 'lists the types of policies that are disabled beside those that are enabled',
  evidence: {
    huawei: ['H4'],
  },
  alter: rewriting(() => ({
    object: (object) => {
      const { policy_types: listed } = object
      return Array.isArray(listed) ? { ...object, policy_types: completed(listed) } : object
    },
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      return (await visit.boss.listRoots({})).answer.body.includes('"disabled"')
    },
    quiet: false,
    varied: true,
  },
}

const types = ['service_control_policy', 'tag_policy']

const completed = (listed: readonly Json[]): readonly Json[] => {
  const on = new Set(listed.map((entry) => (isObject(entry) ? entry['type'] : undefined)))
  const off = types.filter((type) => !on.has(type))
  return [...listed, ...off.map((type) => ({ type, status: 'disabled' }))]
}
