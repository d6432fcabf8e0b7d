import type { Json } from '../contract/json.ts'
import type { EffectivePolicy, Instant, PolicyType } from '../vocabulary/nouns.ts'
import type { Args } from '../vocabulary/verbs.ts'
import { isDelegate, isGranted } from './callers.ts'
import { done, firstOf, refused, type Decision, type Inside, type Refused } from './decision.ts'
import { completed, inSmallLetters, type EffectForm } from './effect-form.ts'
import { inherit } from './inheritance.ts'
import { pathTo } from './path.ts'
import { policyOf, typeOf } from './policy-of.ts'
import type { Rules } from './rules.ts'
import { kindOf } from './tree.ts'
import { isEnabled } from './type-states.ts'

/**
 * What the policies of a type come to for one account: those inherited from the root down to it,
 * and its own. Only the management account and delegated administrators may ask for another account.
 */
export function getEffectivePolicy(
  situation: Inside,
  args: Args<'getEffectivePolicy'>,
): Decision<EffectivePolicy> {
  const { target = situation.caller.id } = args
  const type = typeOf(situation, args.type)
  if (!type || type === 'control')
    return refused('invalid.enum', `type: ${args.type} policies have no effective policy`)
  const flaw = firstOf(callerFlaw(situation, target), targetFlaw(situation, target))
  if (flaw) return flaw
  const enabled = isEnabled(situation, type)
  const layers = enabled ? layersOf(situation, target, type) : []
  if (layers.length === 0 && !tellsNothing(situation.rules, enabled))
    return refused('effectivePolicyNotFound', `no ${type} policy applies to ${target}`)
  const content = effectOf(situation.rules.effectForms[type], layers)
  const updatedAt = Math.max(switchedAt(situation, type), ...layers.map((one) => one.changedAt))
  return done({ target, type, content: JSON.stringify(content), updatedAt })
}

const effectOf = (form: EffectForm | undefined, layers: readonly Layer[]): Json => {
  const documents = layers.map(({ document }) => (form ? inSmallLetters(document) : document))
  const whole = documents.reduce<Json>((above, document) => inherit(above, document), {})
  return form ? completed(form, whole) : whole
}

/** When a type was last switched; never where it was not. */
const switchedAt = ({ organization, now }: Inside, type: PolicyType): Instant =>
  Math.min(now, organization.types.get(type)?.settlesAt ?? 0)

const tellsNothing = ({ emptyEffect }: Rules, enabled: boolean): boolean =>
  emptyEffect === 'always' || (emptyEffect === 'enabled' && enabled)

const callerFlaw = (situation: Inside, target: string): Refused | undefined => {
  const { caller, organization } = situation
  const trusted =
    caller.id === organization.management || isDelegate(situation) || isGranted(situation)
  return trusted || target === caller.id
    ? undefined
    : refused('accessDenied', 'target: only the management account may ask for other accounts')
}

const targetFlaw = ({ organization, now }: Inside, target: string): Refused | undefined => {
  const kind = kindOf(organization, target, now)
  if (kind === 'account') return undefined
  return kind
    ? refused('effectivePolicyTarget', `target: ${target} is not an account`)
    : refused('targetNotFound', `target: the organization has no account ${target}`)
}

interface Layer {
  readonly document: Json
  readonly changedAt: number
}

const layersOf = (situation: Inside, target: string, type: string): readonly Layer[] =>
  pathTo(situation.organization, target)
    .flatMap((node) => situation.organization.attachments.get(node) ?? [])
    .flatMap(({ policy: id, since }) => {
      const policy = policyOf(situation, id)
      if (policy?.type !== type) return []
      const changedAt = Math.max(policy.changedAt, since)
      return [{ document: JSON.parse(policy.content) as Json, changedAt }]
    })
