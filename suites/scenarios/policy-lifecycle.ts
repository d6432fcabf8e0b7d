import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { documentOf } from '../verdict/document-of.ts'

export const policyLifecycle: Scenario = scenario({
  id: 'policy-lifecycle',
  title: 'A policy is written, read, changed and deleted',
  needs: ['policies'],
  checks: {
    'policy-is-created': { title: 'A policy is created' },
    'policy-reads-back': { title: 'A policy reads back as created' },
    'policy-is-listed': { title: 'A policy is listed under its type alone' },
    'policy-is-renamed': { title: 'A policy is renamed' },
    'name-changes-alone': { title: 'Renaming keeps content and description' },
    'description-changes-alone': { title: 'A new description keeps name and content' },
    'content-changes-alone': { title: 'New content keeps name and description' },
    'type-stays': { title: 'Updating keeps the type' },
    'policy-is-deleted': { title: 'A policy is deleted' },
    'deleted-is-unlisted': { title: 'A deleted policy is not listed' },
    'deleted-is-unknown': { title: 'A deleted policy is not found', refusal: 'policyNotFound' },
    'deleting-twice-is-refused': {
      title: 'Deleting a policy twice is refused',
      refusal: 'policyNotFound',
    },
  },
  async run({ actors, check, given, all, fresh, sample }) {
    const owner = await actors.owner()
    const draft = draftPolicy({ fresh, sample }, 'control')
    const other = draftPolicy({ fresh, sample }, 'control', 1)
    const { id: policy } = check.done('policy-is-created', await owner.createPolicy(draft))
    const { id: kept } = given(await owner.createPolicy(other))
    const told = async () => {
      const { name, description, content } = given(await owner.getPolicy({ policy }))
      return { name, description, content: documentOf(content, sample) }
    }
    const listed = async (type: string) =>
      (await all(owner, 'listPolicies', { type })).map(({ id }) => id)
    const [first, second] = [documentOf(draft.content, sample), documentOf(other.content, sample)]
    const drafted = { name: draft.name, description: draft.description }
    check('policy-reads-back', await told(), { equals: { ...drafted, content: first } })
    const types = [await listed('control'), await listed('tag')].map((ids) => ids.includes(policy))
    const each = ['listed in its own type', 'listed in another type']
    check('policy-is-listed', types, { equals: [true, false], each })
    const name = fresh.name('renamed')
    check.done('policy-is-renamed', await owner.updatePolicy({ policy, name }))
    check('name-changes-alone', await told(), { equals: { ...drafted, name, content: first } })
    const description = 'said in other words'
    given(await owner.updatePolicy({ policy, description }))
    check('description-changes-alone', await told(), {
      equals: { name, description, content: first },
    })
    given(await owner.updatePolicy({ policy, content: other.content }))
    check('content-changes-alone', await told(), { equals: { name, description, content: second } })
    check('type-stays', given(await owner.getPolicy({ policy })).type, { equals: 'control' })
    check.done('policy-is-deleted', await owner.deletePolicy({ policy }))
    const left = await listed('control')
    check('deleted-is-unlisted', [left.includes(kept), left.includes(policy)], {
      equals: [true, false],
      each: ['the other policy is listed', 'the deleted policy is listed'],
    })
    check.refused('deleted-is-unknown', await owner.getPolicy({ policy }))
    check.refused('deleting-twice-is-refused', await owner.deletePolicy({ policy }))
  },
})
