import type { Survey } from './survey.ts'

/** The name of this shape of ledgers; its JSON Schema is specs/schemas/ledger.schema.json. */
export const ledgerSchema = 'orgproof/ledger/1'

/** The first line of a ledger: which run wrote where, and as whom. */
export interface LedgerHeader {
  readonly schema: typeof ledgerSchema
  /** the version of the suite */
  readonly suite: string
  /** the id of the run */
  readonly run: string
  /** stands in the names of what the run made */
  readonly mark: string
  readonly startedAt: string
  /** the hash of the plan that the run was held to; absent where it was held to none */
  readonly plan?: string
  readonly target: TargetIdentity
  /** what the organization showed before the first write; absent where it could not be read */
  readonly before?: Survey
}

/** What tells one organization at one endpoint from every other. */
export interface TargetIdentity {
  readonly vendor: string
  readonly endpoint: string
  readonly region: string
  /** the management account */
  readonly management: string
  /** the id of the organization before the first write; absent where the endpoint told none */
  readonly organization?: string
}

/** What of an identity differs from that of a ledger, in words for people; what was never told differs from nothing. */
export function differencesOf(
  ledger: TargetIdentity,
  target: Omit<TargetIdentity, 'region'>,
): readonly string[] {
  return compared.flatMap(([member, name]) => {
    const [was, is] = [ledger[member], target[member]]
    if (was === undefined || is === undefined || was === is) return []
    return [`the ${name} is ${is}, and was ${was}`]
  })
}

const compared = [
  ['vendor', 'vendor'],
  ['endpoint', 'endpoint'],
  ['management', 'management account'],
  ['organization', 'organization'],
] as const
