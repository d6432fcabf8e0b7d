import type { LookUps } from '../look-up/look-up.ts'

/** What became of writes that CodeArts alone speaks: no operation shows it, but what is gone is not there a second time. */
export const codeartsLookUps: LookUps<'revokeEndpoints'> = { revokeEndpoints: { ends: true } }
