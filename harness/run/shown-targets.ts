import type { ProvenIdentity } from '../../reports/results/results.ts'
import { hidden, openPseudonyms, type Pseudonyms } from '../../suites/client/pseudonyms.ts'
import type { Redact } from '../../suites/client/redaction.ts'
import { redactionFor, type TestedTarget } from './targets.ts'

/** The targets of a run, as they are asked and as they are shown. */
export interface ShownTargets {
  /** by the names that they have in reports */
  readonly tested: readonly TestedTarget[]
  /** in the same order, without what tells whose they are */
  readonly shown: readonly TestedTarget[]
  /** takes out of a text of the run what nobody is to read: secrets, and where there is a key, whose the targets are */
  readonly redact: Redact
  /** the same of a text that holds no secrets; changes nothing where there is no key */
  readonly hide: Redact
}

/** Shows targets: with a key, pseudonyms stand for ids and addresses in their names and wherever they say something. */
export function shownTargets(
  targets: readonly TestedTarget[],
  key: string | undefined,
): ShownTargets {
  const pseudonyms = key === undefined ? undefined : pseudonymsOf(key, targets)
  const hide: Redact = pseudonyms === undefined ? (text) => text : hiding(pseudonyms)
  const tested = targets.map((one) => ({
    ...one,
    target: { ...one.target, name: hide(one.target.name) },
  }))
  return {
    tested,
    shown: tested.map(({ target, identity, ...one }) => ({
      ...one,
      ...(identity && { identity: JSON.parse(hide(JSON.stringify(identity))) as ProvenIdentity }),
      target: {
        ...target,
        endpoint: hide(target.endpoint),
        absent: Object.fromEntries(
          Object.entries(target.absent).map(([name, reason]) => [name, hide(reason)]),
        ),
      },
    })),
    redact: hidden(
      (text) => tested.map(redactionFor).reduce((cleaned, redact) => redact(cleaned), text),
      pseudonyms,
    ),
    hide,
  }
}

/** What a line of a ledger says is found in those behind it, too. */
const hiding =
  ({ learn, show }: Pseudonyms): Redact =>
  (text) => {
    learn({ account: '', request: { method: '', path: '', headers: {}, body: text } })
    return show(text)
  }

const pseudonymsOf = (key: string, targets: readonly TestedTarget[]): Pseudonyms => {
  const all = targets.map(({ vendor }) => vendor.profile.identifying)
  const identifying = {
    forms: [...new Set(all.flatMap(({ forms }) => forms))],
    // as the header of a ledger has them
    members: [...new Set(['organization', 'management', ...all.flatMap(({ members }) => members)])],
  }
  return openPseudonyms(
    key,
    identifying,
    targets.map(({ target }) => target),
  )
}
