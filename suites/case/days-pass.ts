import { days as inMilliseconds } from '../../specs/model/invitation-state.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { CaseContext } from './case-context.ts'

/** Lets days pass at once, for all there is. Throws `PrerequisiteMissing` (SETUP_FAILED) where they do not. */
export async function daysPass(
  { moveTime }: Pick<CaseContext, 'moveTime'>,
  days: number,
): Promise<void> {
  if (moveTime === undefined) throw new Error('the time can not be moved here')
  try {
    await moveTime(inMilliseconds(days))
  } catch (error) {
    throw new PrerequisiteMissing('SETUP_FAILED', error instanceof Error ? error.message : '?')
  }
}
