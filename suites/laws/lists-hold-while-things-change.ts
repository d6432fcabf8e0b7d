import { draftPolicy } from '../actors/draft-policy.ts'
import { checkChangingList } from '../dsl/changing-list.ts'
import { idOf } from '../dsl/paging-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const listsHoldWhileThingsChange: Scenario = scenario({
  id: 'lists-hold-while-things-change',
  kind: 'law',
  title: 'Lists show what stands throughout once, whatever comes and goes',
  needs: ['page-tokens', 'units'],
  checks: {
    units: { title: 'Units that stand throughout are listed once', axis: 'pagination' },
    policies: {
      title: 'Policies that stand throughout are listed once',
      axis: 'pagination',
      needs: ['policies'],
    },
  },
  async run(context) {
    const { actors, given, fresh, offered } = context
    const owner = await actors.owner()
    const { id: workspace } = await actors.workspace(owner)
    const unitIn = async (parent: string) =>
      given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const parent = await unitIn(workspace)
    await checkChangingList(context, 'units', {
      list: (paging) => owner.listUnits({ parent, ...paging }),
      nameOf: idOf,
      standing: await timesFive(() => unitIn(parent)),
      remove: async (unit) => void given(await owner.deleteUnit({ unit })),
      add: () => unitIn(parent),
    })
    if (!offered('policies')) return
    const type = 'control'
    const make = async () => given(await owner.createPolicy(draftPolicy(context, type))).id
    await checkChangingList(context, 'policies', {
      list: (paging) => owner.listPolicies({ type, ...paging }),
      nameOf: idOf,
      standing: await timesFive(make),
      remove: async (policy) => void given(await owner.deletePolicy({ policy })),
      add: make,
    })
  },
})

const timesFive = async (make: () => Promise<string>): Promise<readonly string[]> => {
  const made: string[] = []
  while (made.length < 5) made.push(await make())
  return made
}
