import { enablingAnswers, statusWhenEnabled } from '../variant-kit/enabling-answers.ts'
import type { KnownVariant } from '../variant.ts'

/** Answers the enabling of a type of policies with a root that does not name it yet. */
export const enabledTypesUnanswered: KnownVariant = {
  name: 'enabled-types-unanswered',
  description:
    'answers a root without the type of policies that was enabled, while the root has it',
  evidence: {
    aws: ['O142'],
  },
  differences: [
    {
      checks: ['model/aws/EnablePolicyType/*'],
      to: 'SETUP_FAILED',
      because: 'its answer shows nothing of the type',
    },
  ],
  alter: enablingAnswers(() => []),
  seen: { at: statusWhenEnabled, quiet: 'ENABLED', varied: 'nothing' },
}
