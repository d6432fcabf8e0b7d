import type { EffectivePolicy } from '../../specs/vocabulary/verbs.ts'
import { draftPolicy } from '../actors/draft-policy.ts'
import { scenario, type Scenario } from '../dsl/scenario.ts'
import { namesIn, wordsOf } from '../dsl/words-in-effect.ts'
import { documentOf } from '../verdict/document-of.ts'

const type = 'tag'

export const effectivePolicy: Scenario = scenario({
  id: 'effective-policy',
  title: 'What is inherited and what is attached come into effect together',
  needs: ['effective-policy', 'policies', 'policy-attachment', 'policy-types', 'account-move'],
  checks: {
    'effect-is-told': { title: 'The effective policy of an account is told' },
    'inherited-is-effective': { title: 'A policy on a unit is effective for its account' },
    'own-policy-is-read': {
      title: 'A member reads its own effective policy',
      needs: ['own-effective-policy'],
    },
    'direct-and-inherited': { title: 'Direct and inherited policies are both effective' },
    'control-is-refused': {
      title: 'The control type has no effective policy',
      refusal: 'invalid.enum',
    },
    'unit-is-refused': {
      title: 'A unit is no target of an effective policy',
      refusal: 'effectivePolicyTarget',
    },
    'root-is-refused': {
      title: 'A root is no target of an effective policy',
      refusal: 'effectivePolicyTarget',
    },
    'unknown-target-is-refused': {
      title: 'An unknown account has no effective policy',
      refusal: 'targetNotFound',
    },
  },
  async run(context) {
    const { actors, check, given, all, fresh, unknown, offered } = context
    const owner = await actors.owner()
    await context.switchedOn(owner, type)
    const member = await actors.member(owner)
    const [home] = await all(owner, 'listParents', { child: member.id })
    const { id: parent } = await actors.workspace(owner)
    const unit = given(await owner.createUnit({ parent, name: fresh.name('unit') })).id
    const from = home?.id ?? (await actors.root(owner))
    given(await owner.moveAccount({ account: member.id, from, to: unit }))
    const [above, below] = [draftPolicy(context, type), draftPolicy(context, type, 1)]
    const ask = (target: string) => owner.getEffectivePolicy({ type, target })
    const inherited = given(await owner.createPolicy(above)).id
    given(await owner.attachPolicy({ policy: inherited, target: unit }))
    const words = wordsOf(above.content, below.content)
    const told = check.done('effect-is-told', await ask(member.id))
    const whole = { target: member.id, type, missing: [] }
    check('inherited-is-effective', effect(told, words, member.id), { equals: whole })
    if (offered('own-effective-policy')) {
      const own = check.done('own-policy-is-read', await member.getEffectivePolicy({ type }))
      check.twin(effect(own, words, member.id).missing.length === 0, 'the member reads the same')
    }
    check.refused(
      'control-is-refused',
      await owner.unchecked.getEffectivePolicy({ type: 'control', target: member.id }),
    )
    check.refused('unit-is-refused', await ask(unit))
    check.refused('root-is-refused', await ask(await actors.root(owner)))
    check.refused('unknown-target-is-refused', await ask(unknown('account')))
    const direct = given(await owner.createPolicy(below)).id
    given(await owner.attachPolicy({ policy: direct, target: member.id }))
    const both = [...words, ...wordsOf(below.content, above.content)]
    const joined = effect(given(await ask(member.id)), both, member.id)
    check('direct-and-inherited', joined, { equals: whole })
    // the unit is left empty, so that it can be taken away
    given(await owner.moveAccount({ account: member.id, from: unit, to: from }))
  },
})

interface Effect {
  readonly target: string
  readonly type: string
  /** words of the policies in effect that are not in what is told */
  readonly missing: readonly string[]
}

/** What an effective policy says of the account; it need not repeat what was asked. */
const effect = (told: EffectivePolicy, words: readonly string[], account: string): Effect => {
  // a service may write the names of an effective policy in lower case
  const names = namesIn(documentOf(told.content)).map((name) => name.toLowerCase())
  const missing = words.filter((word) => !names.includes(word.toLowerCase()))
  return { target: told.target ?? account, type: told.type ?? type, missing }
}
