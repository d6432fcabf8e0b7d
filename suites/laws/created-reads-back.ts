import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { documentOf } from '../verdict/document-of.ts'

export const createdReadsBack: Scenario = scenario({
  id: 'created-reads-back',
  kind: 'law',
  title: 'What is created reads back as it was answered',
  needs: ['units'],
  checks: {
    unit: { title: 'A unit reads back as it was answered' },
    policy: { title: 'A policy reads back as it was answered', needs: ['policies'] },
    'reading-changes-nothing': { title: 'Reading twice answers the same', needs: ['policies'] },
  },
  async run({ actors, check, given, fresh, sample, offered }) {
    const owner = await actors.owner()
    const { id: parent } = await actors.workspace(owner)
    const { parent: _, ...unit } = given(
      await owner.createUnit({ parent, name: fresh.name('unit') }),
    )
    const { parent: __, ...read } = given(await owner.getUnit({ unit: unit.id }))
    check('unit', read, { equals: unit })
    if (!offered('policies')) return
    const draft = draftPolicy({ fresh, sample }, 'control')
    const policy = given(await owner.createPolicy(draft))
    const first = given(await owner.getPolicy({ policy: policy.id }))
    const told = ({ id, name, type, content }: typeof policy): readonly unknown[] => [
      id,
      name,
      type,
      documentOf(content, sample),
    ]
    check('policy', told(first), {
      equals: told(policy),
      // the answer to a creation may leave the document out
      service: { equals: told({ ...policy, content: policy.content || draft.content }) },
    })
    const second = given(await owner.getPolicy({ policy: policy.id }))
    check('reading-changes-nothing', second, { equals: first })
  },
})
