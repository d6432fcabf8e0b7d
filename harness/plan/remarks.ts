import { isManual, type Target } from '../../suites/client/target.ts'
import type { Standing } from './standing.ts'

/** Accounts that do not fit the part that the target gives them, as far as the organization shows: a sentence each. */
export function remarksOn({ accounts }: Target, standing: Standing | undefined): readonly string[] {
  if (accounts.mode !== 'fixed' || standing?.members === undefined) return []
  const members = new Set(standing.members)
  const misplaced = (
    role: 'member' | 'invitee' | 'outsider' | 'delegatedAdministrator',
  ): boolean => {
    const named = accounts[role]
    if (named === undefined || (isManual(named) && role !== 'invitee')) return false
    const isInside = role === 'member' || role === 'delegatedAdministrator'
    return members.has(named.account) !== isInside
  }
  return (['member', 'delegatedAdministrator', 'invitee', 'outsider'] as const)
    .filter(misplaced)
    .map((role) => {
      const is = members.has(accounts[role]?.account ?? '')
      const where = is ? 'is in the organization already' : 'is not in the organization'
      return `the ${role} ${accounts[role]?.account} ${where}: what needs it will say NO_PRINCIPAL`
    })
}
