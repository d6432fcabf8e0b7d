import type { World } from '../../specs/model/world.ts'

/** The same world, in which no invitation ever expires. */
export function withUnendingInvitations(world: World): World {
  const invitations = [...world.invitations].map(
    ([id, { expiresAt: _expires, ...invitation }]) => [id, invitation] as const,
  )
  return { ...world, invitations: new Map(invitations) }
}
