import { freshFrom } from '../../suites/actors/fresh.ts'
import { redactionOf } from '../../suites/client/redaction.ts'
import type { RunRequest } from '../../suites/runner/messages.ts'
import { asOwner } from '../ledger/as-owner.ts'
import { beginLedger } from '../ledger/begin-ledger.ts'
import { ledgerSchema } from '../ledger/ledger-header.ts'
import { organizationIdOf } from '../ledger/organization-id.ts'
import { surveyOrganization } from '../ledger/survey.ts'
import { goingOnLedger, type GoingOn } from './going-on-ledger.ts'
import type { TestedTarget } from './targets.ts'

/** The run whose ledger is begun, and where it is to stand. */
export interface LedgerOrder {
  readonly path: string
  /** the version of the suite */
  readonly suite: string
  readonly run: { readonly id: string; readonly startedAt: string }
  /** the hash of the plan that the run is held to */
  readonly plan?: string
  readonly stopped: AbortSignal
  /** whether the run goes on with what it wrote before, where it came to write */
  readonly goesOn: boolean
}

/**
 * Begins the ledger of a run whose accounts are given: the organization is read before anything is written. Where the run
 * goes on, so does its ledger. Answers the targets of the request, with their ledger. Throws the system's error where it can not be written.
 */
export async function withLedger(
  request: RunRequest,
  [tested]: readonly TestedTarget[],
  { goesOn, ...order }: LedgerOrder,
): Promise<GoingOn> {
  const going = goesOn ? goingOnLedger(request, order.path, order.run.id) : undefined
  return going ?? begunLedger(request, tested, order)
}

const begunLedger = async (
  request: RunRequest,
  tested: TestedTarget | undefined,
  { path, suite, run, plan, stopped }: Omit<LedgerOrder, 'goesOn'>,
): Promise<GoingOn> => {
  if (tested === undefined) throw new Error('a ledger is of one target')
  const { vendor, target } = tested
  const { accounts, region } = target
  if (accounts.mode === 'any') throw new Error('a ledger is of given accounts')
  const stood = await asOwner({ vendor, target, accounts, stopped }, async (owner) => ({
    organization: await organizationIdOf(vendor, owner),
    before: await surveyOrganization(vendor, owner, accounts),
  }))
  const { organization } = stood ?? {}
  // an endpoint may answer a secret of ours
  const told = organization !== undefined && redactionOf(target)(organization) === organization
  beginLedger(path, {
    schema: ledgerSchema,
    suite,
    run: run.id,
    mark: freshFrom(BigInt(request.nonce), vendor.mintAccount).mark,
    startedAt: run.startedAt,
    ...(plan !== undefined && { plan }),
    target: {
      vendor: vendor.id,
      endpoint: new URL(target.endpoint).href,
      region,
      management: accounts.management.account,
      ...(told && { organization }),
    },
    ...(stood && { before: stood.before }),
  })
  const targets = request.targets.map((one) => ({ ...one, ledger: { path, run: run.id } }))
  return { targets, nonce: request.nonce }
}
