import type { Citation } from '../../specs/contract/citation.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import type { CaseContext } from './case-context.ts'
import type { Case } from './case.ts'

/** What a case asks that watches every call of a run. */
export interface WatchedQuestion {
  /** what its id ends with */
  readonly name: string
  readonly title: string
  /** the file that asks it */
  readonly source: string
  readonly citations: readonly Citation[]
  /** undefined where nothing that came could decide it */
  readonly judge: (context: CaseContext) => Judgement | undefined
}

/** A case that is decided when all others are, by what was seen in every call. */
export function watchingCase({ id: vendor, contract }: Vendor, question: WatchedQuestion): Case {
  const { name, judge, ...told } = question
  const id = `endpoint/${vendor}/${name}`
  const [operation = ''] = contract.operations.keys()
  const asked = `contract/${vendor}/${operation}`
  const after = { id: `${asked}/is-implemented`, case: asked }
  const check: Check = { ...told, id, vendor, case: id, axis: 'protocol', level: 'should' }
  return {
    id,
    checks: [check],
    needs: [],
    access: 'read',
    after,
    run: async (context) => {
      const before = { id: after.id, judged: context.decided.get(after.id) }
      context.record(check.id, judge(context) ?? unreached(before, 'nothing was answered'))
    },
  }
}
