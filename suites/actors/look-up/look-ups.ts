import type { Vendor } from '../../../specs/vendor/vendor.ts'
import type { Args, Verb } from '../../../specs/vocabulary/verbs.ts'
import type { LookUp, Seen } from '../../client/call.ts'
import { judgeStop } from '../../verdict/cannot-go-on.ts'
import { isAbsence, readingOf } from '../absence.ts'
import { ownLookUps } from '../own/own-look-ups.ts'
import type { Hand } from '../speaker.ts'
import { accountLookUps } from './account-look-ups.ts'
import type { Eyes, LookUpRow } from './look-up.ts'
import { organizationLookUps } from './organization-look-ups.ts'
import { policyLookUps } from './policy-look-ups.ts'
import { serviceLookUps } from './service-look-ups.ts'

type LookUpTable = { readonly [V in Verb]?: LookUpRow<V> }

const known: LookUpTable = {
  ...ownLookUps,
  ...organizationLookUps,
  ...accountLookUps,
  ...policyLookUps,
  ...serviceLookUps,
}

/** A write, once or several times at once, and the account that says it and looks. */
export interface SaidWrite {
  readonly verb: Verb
  readonly all: readonly Args<Verb>[]
  readonly hand: Hand
  /** who sees the organization that it is about; whoever says it unless said */
  readonly owner?: Hand
}

/** How is found out whether a write was done; undefined where nobody knows how. */
export function lookUpFor(vendor: Vendor, said: SaidWrite): LookUp | undefined {
  const row = known[said.verb] as LookUpRow<Verb> | undefined
  if (row === undefined || said.all.length === 0) return undefined
  return {
    look: () => seenAll(row, eyesOf(vendor, said), said.all),
    ...(row.ends === true && {
      seenIn: (reply) =>
        isAbsence(vendor, {
          kind: 'refused',
          reply,
          operation: operationOf(vendor, said),
          exchange: 0,
        })
          ? { kind: 'so', value: {} }
          : { kind: 'unseen' },
    }),
    ...(row.adds === true && { adds: true }),
    ...(row.once === true && { once: true }),
  }
}

const operationOf = ({ dialect }: Vendor, { verb }: SaidWrite): string =>
  dialect[verb]?.operation ?? verb

const eyesOf = (vendor: Vendor, { hand, owner = hand }: SaidWrite): Eyes => ({
  actor: hand,
  owner,
  ...readingOf(vendor),
})

/** What was said several times at once is so where each of them is; the value is the first one's. */
const seenAll = async (
  { look }: LookUpRow<Verb>,
  eyes: Eyes,
  all: readonly Args<Verb>[],
): Promise<Seen> => {
  if (look === undefined) return { kind: 'unseen' }
  try {
    const values: unknown[] = []
    for (const args of all) values.push(await look(eyes, args))
    if (values.includes(undefined)) return { kind: 'not so' }
    return { kind: 'so', value: values[0] }
  } catch (error) {
    // what stops a look tells nothing of the write
    if (judgeStop(error) === undefined) throw error
    return { kind: 'unseen' }
  }
}
