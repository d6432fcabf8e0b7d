import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Actor } from './actor.ts'
import { switchOn } from './switch-on.ts'
import { typeStatus } from './type-status.ts'

const unawaited = () => Promise.reject(new Error('nothing is to be waited for'))
const vendor = await loadVendor('aws')
const root = (status: string) => ({ id: 'r-1', policyTypes: [{ type: 'tag', status }] })

test('the root tells the status of the types it names', () => {
  expect(typeStatus([root('enabling')], 'tag')).toBe('enabling')
  expect(typeStatus([root('enabling')], 'backup')).toBeUndefined()
  expect(typeStatus([root('disabled')], 'tag')).toBeUndefined()
})

test('a type that stays in the list as disabled is off', () => {
  expect(typeStatus([root('disabled')], 'tag')).toBeUndefined()
})

test.each([
  ['enabled', 0],
  ['off', 1],
])('a type that is %s is switched on %i times', async (status, times) => {
  let asked = 0
  const shared = { operation: 'ListRoots', exchange: 1, kind: 'done' } as const
  const owner: Partial<Actor> = {
    listRoots: async () => ({ ...shared, value: { items: [root(status)] } }),
    enablePolicyType: async () => {
      asked += 1
      return { ...shared, value: root('enabled') }
    },
  }
  let awaited = 0
  const settled = async <T>({ look }: { readonly look: () => Promise<unknown> }): Promise<T> => {
    awaited += 1
    return (await look()) as T
  }
  await switchOn({ vendor, settled }, owner as Actor, 'tag')
  expect([asked, awaited]).toEqual([times, times])
})

test.each([
  ['PolicyTypeAlreadyEnabledException', 'goes on'],
  ['AccessDeniedException', 'SETUP_FAILED'],
])('where a list says that it is off and the switch %s, the story %s', async (code, end) => {
  const shared = { operation: 'EnablePolicyType', exchange: 1 } as const
  const reply = { kind: 'refusal', status: 400, code, message: '', notes: [] } as const
  const owner: Partial<Actor> = {
    listRoots: async () => ({ ...shared, kind: 'done', value: { items: [{ id: 'r-1' }] } }),
    enablePolicyType: async (): Promise<Outcome<never>> => ({ ...shared, kind: 'refused', reply }),
  }
  const switching = switchOn({ vendor, settled: unawaited }, owner as Actor, 'tag')
  const came = await switching.then(
    () => 'goes on',
    (error: unknown) => (error as { readonly code: string }).code,
  )
  expect(came).toBe(end)
})
