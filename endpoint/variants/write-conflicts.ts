import { refusingNowAndThen } from '../variant-kit/refusing.ts'
import { answersNow } from '../variant-kit/sights.ts'
import type { KnownVariant } from '../variant.ts'

/** Refuses one write in twenty since something else is being changed. */
export const writeConflicts: KnownVariant = {
  name: 'write-conflicts',
  description: 'refuses one write in twenty because something else is being changed',
  evidence: {
    aws: ['J4', 'O101'],
    huawei: ['R16'],
  },
  deliver: refusingNowAndThen({
    aws: { code: 'ConcurrentModificationException', status: 400 },
    huawei: { code: 'Organizations.1003', status: 409 },
  }),
  seen: answersNow(({ body }) => /ConcurrentModification|Organizations\.1003/u.test(body)),
}
