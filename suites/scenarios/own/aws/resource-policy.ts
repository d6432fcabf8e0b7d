import { resourceDocument } from '../../../actors/resource-document.ts'
import { askDenied, denied } from '../../../dsl/denied.ts'
import { scenario, type Scenario } from '../../../dsl/scenario.ts'
import { documentOf } from '../../../verdict/document-of.ts'

export const resourcePolicy: Scenario = scenario({
  id: 'resource-policy',
  title: 'The organization has one resource policy of its own',
  needs: ['resource-policy'],
  checks: {
    'policy-is-put': { title: 'A policy is put' },
    'put-reads-back': { title: 'The policy reads back as put' },
    'replaced-reads-back': { title: 'A second put replaces the first' },
    'malformed-is-refused': {
      title: 'Content that is no document is refused',
      refusal: 'resourcePolicyMalformed',
    },
    'tags-on-replacing-are-refused': {
      title: 'Tags are refused on a replacement',
      refusal: 'resourcePolicyTagged',
    },
    'refused-keeps-the-policy': { title: 'A refused put keeps the policy', axis: 'atomicity' },
    'a-member-cannot-put': denied('A member cannot put the policy'),
    'a-member-cannot-delete': denied('A member cannot delete the policy'),
    'deleted-is-gone': { title: 'A deleted policy is gone', refusal: 'resourcePolicyNotFound' },
    'deleting-none-is-refused': {
      title: 'Deleting without a policy is refused',
      refusal: 'resourcePolicyNotFound',
    },
    'none-is-refused': {
      title: 'Reading without a policy is refused',
      refusal: 'resourcePolicyNotFound',
    },
  },
  async run({ actors, check, given, fresh, sample }) {
    const owner = await actors.owner()
    const member = await actors.member(owner)
    const [first, second] = [owner, member].map(({ id: who }) => resourceDocument(sample, who))
    const told = async () => {
      const { id, content } = given(await owner.getResourcePolicy())
      return [id, documentOf(content, sample)]
    }
    const put = (content = '') => owner.putResourcePolicy({ content })
    const { id } = check.done('policy-is-put', await put(first))
    check('put-reads-back', await told(), { equals: [id, documentOf(first, sample)] })
    given(await put(second))
    check('replaced-reads-back', await told(), { equals: [id, documentOf(second, sample)] })
    check.refused('malformed-is-refused', await put('{"'))
    const tags = [{ key: fresh.name('key'), value: 'blue' }]
    const content = first ?? ''
    check.refused('tags-on-replacing-are-refused', await owner.putResourcePolicy({ content, tags }))
    check('refused-keeps-the-policy', await told(), { equals: [id, documentOf(second, sample)] })
    await askDenied(
      { check, given },
      { stranger: member, entitled: owner },
      {
        'a-member-cannot-put': (actor) => actor.putResourcePolicy({ content }),
        'a-member-cannot-delete': (actor) => actor.deleteResourcePolicy(),
      },
    )
    check.refused('deleted-is-gone', await owner.getResourcePolicy())
    check.refused('deleting-none-is-refused', await owner.deleteResourcePolicy())
    // only a new organization never had one
    check.refused('none-is-refused', await (await actors.otherOwner()).getResourcePolicy())
  },
})
