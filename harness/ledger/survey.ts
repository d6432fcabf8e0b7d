import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'
import { listAll } from '../../suites/actors/list-all.ts'
import { ownQuestions } from '../../suites/actors/own/own-effects.ts'
import type { Hand } from '../../suites/actors/speaker.ts'
import { principalsOf, type GivenAccounts } from '../../suites/client/target.ts'
import { inOneOrder } from '../../suites/dsl/one-order.ts'
import { takeSnapshot, verbIn, withoutEnded } from '../../suites/dsl/snapshot.ts'
import type { Outcome } from '../../suites/verdict/outcome.ts'

/**
 * What an organization shows of itself: a hash of each answer, by its question, of which the verb alone is told. An
 * endpoint may have put anything into the rest.
 */
export type Survey = Readonly<Record<string, string>>

/**
 * Looks at whatever a run could change: what a snapshot shows, and what hangs on the accounts that the target names.
 * Invitations that have ended are left out, since nothing takes them back. What can not be read is not in it.
 */
export async function surveyOrganization(
  vendor: Vendor,
  owner: Hand,
  accounts: GivenAccounts,
): Promise<Survey> {
  const seen = withoutEnded(await takeSnapshot(vendor, owner))
  const look = async (verb: Verb, question: string, ask: () => Promise<Outcome<unknown>>) => {
    if (!says(vendor, verb)) return
    const outcome = await ask()
    if (outcome.kind === 'done') seen.set(`${verb} ${question}`, inOneOrder(outcome.value))
    // that nothing is there is seen, too
    if (outcome.kind === 'refused') seen.set(`${verb} ${question}`, outcome.reply.code ?? '')
  }
  const shown = new Set([...seen.keys()].map(verbIn))
  for (const verb of ownQuestions) {
    if (!shown.has(verb)) await look(verb, '', () => askPlainly(owner, verb))
  }
  for (const { account } of principalsOf(accounts)) {
    await look('getAccount', account, () => owner.getAccount({ account }))
    await look('listTags', account, () => listAll(owner, 'listTags', { resource: account }))
    for (const type of vendor.profile.policyTypes) {
      const args = { target: account, type }
      await look('listPoliciesOn', `${account} ${type}`, () =>
        listAll(owner, 'listPoliciesOn', args),
      )
    }
  }
  return Object.fromEntries(
    [...seen].map(([question, answer]) => [
      `${verbIn(question)} ${hashOf(question)}`,
      hashOf(answer),
    ]),
  )
}

/** Whether an organization shows the same of itself. */
export function isSame(before: Survey, after: Survey): boolean {
  const questions = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...questions].every((question) => before[question] === after[question])
}

/** Whether a survey has answers to a verb's questions. */
export function isShown(survey: Survey, verb: Verb): boolean {
  return Object.keys(survey).some((question) => question.startsWith(`${verb} `))
}

/** Says a verb that needs no arguments. */
const askPlainly = (owner: Hand, verb: Verb): Promise<Outcome<unknown>> => {
  const say: (args: never) => Promise<Outcome<unknown>> = owner[verb]
  return say({} as never)
}

const hashOf = (text: string): string => sha256Hex(text).slice(0, 16)
