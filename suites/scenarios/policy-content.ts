import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { documentOf } from '../verdict/document-of.ts'

export const policyContent: Scenario = scenario({
  id: 'policy-content',
  title: 'The content of a policy fits its type',
  needs: ['policies'],
  checks: {
    'malformed-is-refused': {
      title: 'Content that is no document is refused',
      refusal: 'policyContentMalformed',
    },
    'malformed-update-is-refused': {
      title: 'Updating to content that is no document is refused',
      refusal: 'policyContentMalformed',
    },
    'refused-creates-nothing': { title: 'Refused content creates nothing', axis: 'atomicity' },
    'refused-update-changes-nothing': {
      title: 'A refused update keeps the content',
      axis: 'atomicity',
    },
    'too-long-is-refused': {
      title: 'Content beyond the limit is refused',
      refusal: 'policyContentTooLong',
    },
  },
  async run({ actors, check, given, all, fresh, sample, limit }) {
    const owner = await actors.owner()
    const draft = () => draftPolicy({ fresh, sample }, 'control')
    const good = draft()
    const { id: policy } = given(await owner.createPolicy(good))
    const malformed = { ...draft(), content: '{"' }
    check.refused('malformed-is-refused', await owner.createPolicy(malformed))
    const names = (await all(owner, 'listPolicies', { type: 'control' })).map(({ name }) => name)
    check(
      'refused-creates-nothing',
      [good, malformed].map(({ name }) => names.includes(name)),
      {
        equals: [true, false],
        each: ['the well-formed policy is listed', 'the malformed policy is listed'],
      },
    )
    given(await owner.updatePolicy({ policy, content: good.content }))
    check.refused(
      'malformed-update-is-refused',
      await owner.updatePolicy({ policy, content: malformed.content }),
    )
    const { content } = given(await owner.getPolicy({ policy }))
    check('refused-update-changes-nothing', documentOf(content, sample), {
      equals: documentOf(good.content, sample),
    })
    // white space counts as much as anything else, and keeps the document well-formed
    const most = limit('controlPolicyContent', 100_000)
    const long = { ...draft(), content: good.content.padEnd(most + 1) }
    check.refused('too-long-is-refused', await owner.createPolicy(long), {
      beyond: 'controlPolicyContent',
    })
  },
})
