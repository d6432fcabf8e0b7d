import { checkFull, checkRoom, quotaQuestions, type QuotaLaw } from '../dsl/quota-law.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'

export const unitCountLimit: Scenario = scenario({
  id: 'unit-count-limit',
  title: 'An organization has room for so many units',
  needs: ['units'],
  checks: quotaQuestions('units', 'unitCountExceeded'),
  async run({ actors, all, check, fresh, quota }) {
    const reached = quota('unitCountExceeded')
    const owner = await actors.owner()
    const parent = await actors.root(owner)
    const below = async (node: string): Promise<number> => {
      const units = await all(owner, 'listUnits', { parent: node })
      let count = units.length
      for (const { id } of units) count += await below(id)
      return count
    }
    const law: QuotaLaw<{ readonly id: string }> = {
      quota: reached,
      uncertain: 0,
      make: () => owner.createUnit({ parent, name: fresh.name('unit') }),
      remove: ({ id }) => owner.deleteUnit({ unit: id }),
      counted: () => below(parent),
    }
    await checkRoom({ check }, law, await checkFull({ check }, law))
  },
})
