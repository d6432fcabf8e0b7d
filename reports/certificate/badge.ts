import { badgeSvg } from '../text/badge-svg.ts'
import type { Certificate } from './certificate.ts'
import { verdictColours } from './verdict-colours.ts'

/** A badge that tells the verdict, of which APIs, and the last day. */
export function certificateBadge({ verdict, targets, expiresAt }: Certificate): string {
  const vendors = [...new Set(targets.map(({ vendor }) => vendor))].join(', ')
  const says = `${vendors} ${verdict} until ${expiresAt.slice(0, 10)}`
  return badgeSvg('orgproof', says, verdictColours[verdict])
}
