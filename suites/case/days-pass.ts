import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { CaseContext } from './case-context.ts'

const day = 24 * 60 * 60 * 1000

/** Lets days pass at once, for all there is. Throws `PrerequisiteMissing` (SETUP_FAILED) where they do not. */
export async function daysPass(
  { moveTime }: Pick<CaseContext, 'moveTime'>,
  days: number,
): Promise<void> {
  if (moveTime === undefined) throw new Error('the time can not be moved here')
  try {
    await moveTime(days * day)
  } catch (error) {
    throw new PrerequisiteMissing('SETUP_FAILED', error instanceof Error ? error.message : '?')
  }
}
