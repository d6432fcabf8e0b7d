import { expect, test } from 'vitest'

import type { Step } from '../../vendor/workflow.ts'
import type { Args, Result, Verb } from '../../vocabulary/verbs.ts'
import { huaweiWorkflows } from './workflows.ts'

/** A workflow of one step, and what it makes of the answer. */
const walk = <V extends Verb>(
  verb: V,
  args: Args<V>,
  answer: unknown,
): { readonly step: Step; readonly value: unknown } => {
  const workflow: ((args: Args<V>) => Generator<Step, Result<V>, unknown>) | undefined =
    huaweiWorkflows[verb]
  if (workflow === undefined) throw new Error(`no workflow says ${verb}`)
  const steps = workflow(args)
  const step = steps.next().value as Step
  return { step, value: steps.next(answer).value }
}

const nodes = {
  items: [
    { id: 'ou-1', kind: 'unit' },
    { id: '22', kind: 'account' },
  ],
  next: 'more',
}
const policies = {
  items: [
    { id: 'p-1', type: 'control' },
    { id: 'p-2', type: 'tag' },
  ],
}

test('children of a kind are left over from children of all kinds', () => {
  const { step, value } = walk('listChildren', { parent: 'r-1', kind: 'account', size: 2 }, nodes)
  expect(step).toEqual({ verb: 'listNodes', args: { parent: 'r-1', size: 2 } })
  expect(value).toEqual({ items: [{ id: '22', kind: 'account' }], next: 'more' })
})

test('the parent of a child is asked of the same list', () => {
  const { step, value } = walk(
    'listParents',
    { child: 'ou-1' },
    { items: [{ id: 'r-1', kind: 'root' }] },
  )
  expect(step).toEqual({ verb: 'listNodes', args: { child: 'ou-1' } })
  expect(value).toEqual({ items: [{ id: 'r-1', kind: 'root' }] })
})

test.each(['listPolicies', 'listPoliciesOn'] as const)(
  '%s of a type are left over from all',
  (verb) => {
    const args = { target: 'r-1', type: 'tag', token: 't' }
    const { step, value } = walk(verb, args, policies)
    expect(step).toEqual({ verb, args: { target: 'r-1', token: 't' } })
    expect(value).toEqual({ items: [{ id: 'p-2', type: 'tag' }] })
    expect(walk(verb, { target: 'r-1' }, policies).value).toEqual(policies)
  },
)
