import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import type { Outcome } from '../verdict/outcome.ts'

/** What came of a policy whose content is as long as a limit has it, or longer. */
interface Asked {
  readonly limit: LimitName
  readonly outcome: Outcome<unknown>
}

export const policyContentLength: Scenario = scenario({
  id: 'policy-content-length',
  title: 'The content of each policy type is so long and no longer',
  needs: ['policies'],
  checks: {
    'longest-of-each-type-is-accepted': { title: 'The longest content of each type is accepted' },
    'longer-of-each-type-is-refused': {
      title: 'Content of one character more is refused, whatever its type',
      refusal: 'policyContentTooLong',
    },
    'longest-update-is-accepted': { title: 'The longest content is accepted in an update' },
    'longer-update-is-refused': {
      title: 'Updating to content of one character more is refused',
      refusal: 'policyContentTooLong',
    },
  },
  async run({ actors, check, given, fresh, sample, limit, longest }) {
    const owner = await actors.owner()
    // white space counts as much as anything else, and keeps the document well-formed
    const draftOf = (type: PolicyType, characters: number) => {
      const draft = draftPolicy({ fresh, sample }, type)
      return { ...draft, content: draft.content.padEnd(characters) }
    }
    // none stays: there may be room for few
    const tried = async (type: PolicyType, characters: number) => {
      const outcome = await owner.createPolicy(draftOf(type, characters))
      if (outcome.kind === 'done') given(await owner.deletePolicy({ policy: outcome.value.id }))
      return outcome
    }
    const within: Asked[] = []
    const beyond: Asked[] = []
    for (const type of sample.policyTypes) {
      const most = longest(type)
      // a type of which no policy comes about is another question
      if (most === undefined || (await tried(type, 0)).kind !== 'done') continue
      const { characters } = most
      within.push({ ...most, outcome: await tried(type, characters) })
      beyond.push({ ...most, outcome: await tried(type, characters + 1) })
    }
    const most = within.find(({ outcome }) => outcome.kind !== 'done') ?? within[0]
    if (most !== undefined) check.done('longest-of-each-type-is-accepted', most.outcome, most.limit)
    const more = beyond.find(({ outcome }) => outcome.kind === 'done') ?? beyond[0]
    if (more !== undefined)
      check.refused('longer-of-each-type-is-refused', more.outcome, { beyond: more.limit })
    const name = 'controlPolicyContent'
    const characters = limit(name)
    const policy = given(await owner.createPolicy(draftOf('control', 0))).id
    const update = (length: number) =>
      owner.updatePolicy({ policy, content: draftOf('control', length).content })
    check.done('longest-update-is-accepted', await update(characters), name)
    check.refused('longer-update-is-refused', await update(characters + 1), { beyond: name })
  },
})
