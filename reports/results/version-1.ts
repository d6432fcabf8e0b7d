import { isFeature } from '../../specs/vendors/known-features.ts'
import { untestableCodes, type Judgement } from '../../suites/verdict/verdict.ts'
import { caseInId } from './case-in-id.ts'
import type { CheckResult, Results } from './results.ts'

/** The name of the first shape of results.json; its JSON Schema is specs/schemas/results-1.schema.json. */
export const resultsSchema1 = 'orgproof/results/1'

type CheckOf1 = Omit<CheckResult, 'case' | 'source' | 'code' | 'follows'>

/** results.json of version 1: codes stand in sentences there, and only ids tell who asks a check. */
export interface Results1 extends Omit<Results, 'checks'> {
  readonly schema: typeof resultsSchema1
  readonly checks: readonly CheckOf1[]
}

/** The results that a file of version 1 holds. The one place where codes are read out of sentences: there is no other. */
export function resultsOf1({ schema: _schema, ...file }: Results1): Results {
  return { ...file, checks: file.checks.map(checkOf) }
}

const checkOf = ({ reason, ...check }: CheckOf1): CheckResult => {
  const own = caseInId(check.id)
  return { ...check, case: own, source: sourceIn(own), ...codeIn(check, reason) }
}

type ReadReason = Pick<Judgement, 'code' | 'reason'>

const codeIn = ({ verdict }: CheckOf1, reason: string | undefined): ReadReason => {
  if (reason === undefined) return {}
  if (verdict === 'untestable') return untestableIn(reason)
  return verdict === 'absent' ? absentIn(reason) : { reason }
}

const untestableIn = (said: string): ReadReason => {
  const { name, rest } = parted(said)
  const code = untestableCodes.find((known) => known === name)
  return code === undefined ? { code: 'SETUP_FAILED', reason: said } : { code, reason: rest }
}

/** What names no feature is about a refusal. */
const absentIn = (said: string): ReadReason => {
  const { name, rest } = parted(said)
  if (isFeature(name)) return { code: name, reason: rest }
  const unworded = said.endsWith('has no word for this refusal')
  return { code: unworded ? 'unworded-refusal' : 'undue-refusal', reason: said }
}

const parted = (said: string): { readonly name: string; readonly rest: string } => {
  const [name = '', ...rest] = said.split(': ')
  return { name, rest: rest.join(': ') }
}

/** As near to the file that asked a case as its id tells. */
const sourceIn = (id: string): string => {
  const [kind = '', name = ''] = id.split('/')
  const folder = folders[kind]
  return folder === undefined ? (generators[kind] ?? 'suites') : `suites/${folder}/${name}.ts`
}

const folders: Readonly<Record<string, string>> = { scenario: 'scenarios', law: 'laws' }

const generators: Readonly<Record<string, string>> = {
  contract: 'suites/contract/contract-cases.ts',
  protocol: 'suites/protocol/protocol-cases.ts',
  endpoint: 'suites/case/monitor.ts',
}
