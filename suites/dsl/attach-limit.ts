import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import type { Question } from './question.ts'
import { areRefusedAlike, judgeRoom } from './quota-law.ts'
import type { ScenarioContext } from './scenario.ts'

type Key =
  | 'as-many-as-allowed'
  | 'one-more-is-refused'
  | 'refused-is-unattached'
  | 'detached-makes-room'

/** What is asked of the number of policies of a type that a target takes. */
export const attachLimitQuestions: Readonly<Record<Key, Question>> = {
  'as-many-as-allowed': { title: 'As many policies as allowed are attached' },
  'one-more-is-refused': {
    title: 'One policy more is refused',
    refusal: 'attachmentLimitExceeded',
  },
  'refused-is-unattached': { title: 'The refused policy is not attached', axis: 'atomicity' },
  'detached-makes-room': { title: 'A detached policy makes room for another' },
}

/** Attaches policies of a type to a unit until it takes no more, and judges where that ends. */
export async function checkAttachLimit(
  { actors, check, given, all, fresh, sample, limit, switchedOn }: ScenarioContext<Key>,
  type: PolicyType,
  name: LimitName,
): Promise<void> {
  const owner = await actors.owner()
  await switchedOn(owner, type)
  const { id: parent } = await actors.workspace(owner)
  const target = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
  const create = async () =>
    given(await owner.createPolicy(draftPolicy({ fresh, sample }, type))).id
  const attached = async () =>
    (await all(owner, 'listPoliciesOn', { target, type })).map(({ id }) => id)
  const most = limit(name, 20)
  const present = (await attached()).length
  let last = ''
  for (let count = present; count < most; count += 1) {
    last = await create()
    const added = await owner.attachPolicy({ policy: last, target })
    if (added.kind !== 'done') check.done('as-many-as-allowed', added, name)
  }
  check('as-many-as-allowed', (await attached()).length, { equals: most })
  const policy = await create()
  const outcome = await owner.attachPolicy({ policy, target })
  check.refused('one-more-is-refused', outcome, { beyond: name })
  const full = await attached()
  check('refused-is-unattached', [full.includes(last), full.includes(policy)], {
    equals: [true, false],
    each: ['the last one allowed is attached', 'the refused one is attached'],
  })
  given(await owner.detachPolicy({ policy: last, target }))
  // what was attached by mistake stands in nobody's way
  if (outcome.kind === 'done') given(await owner.detachPolicy({ policy, target }))
  const again = await owner.attachPolicy({ policy, target })
  const isFull = areRefusedAlike(outcome, again)
  judgeRoom({ check }, 'detached-makes-room', { again, isFull })
}
