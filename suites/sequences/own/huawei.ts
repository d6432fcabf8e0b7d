import { say } from '../saying.ts'
import type { OwnWords } from './words.ts'

export const huaweiWords: OwnWords = {
  says: { membership: { updateAccountNotes: 2 } },
  sayings: () =>
    ['ann', 'bob'].map((guest) =>
      say(
        'updateAccountNotes',
        { account: `$${guest}`, notes: 'noted' },
        { needs: [`member ${guest}`] },
      ),
    ),
}
