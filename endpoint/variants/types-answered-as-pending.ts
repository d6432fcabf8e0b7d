import { enablingAnswers, statusWhenEnabled } from '../variant-kit/enabling-answers.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers that a type of policies is being enabled where it is. */
export const typesAnsweredAsPending: KnownVariant = {
  name: 'types-answered-as-pending',
  description:
    'answers that a type of policies is being enabled, while the root has it enabled already',
  evidence: {
    aws: ['O36', 'O142', 'O167'],
  },
  alter: enablingAnswers((types) => types.map((type) => ({ ...type, Status: 'PENDING_ENABLE' }))),
  seen: { at: statusWhenEnabled, quiet: 'ENABLED', varied: 'PENDING_ENABLE' },
}
