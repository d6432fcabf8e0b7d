import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { VendorId } from '../../specs/vendor/vendor.ts'
import { packageRoot } from '../package-root.ts'

/** What a mutant is wrong in: the rules, how messages are taken and answered, the vendor's words, or the answer itself. */
export const rooms = ['model', 'façade', 'dialect', 'answer'] as const

export type Room = (typeof rooms)[number]

/** Where a room's code stands: folders, and files without their endings. */
const code: Readonly<Record<Exclude<Room, 'answer'>, (vendor: VendorId) => readonly string[]>> = {
  model: (vendor) => [
    'specs/model/',
    'specs/vendor/policy-grammar',
    'specs/vendor/read-policy-document',
    'specs/vendor/rules-of',
    `specs/vendors/${vendor}/rights/`,
  ],
  façade: () => [
    'endpoint/explain',
    'endpoint/facade',
    'endpoint/honest-steps',
    'endpoint/input-check',
    'endpoint/keys',
    'endpoint/new-id',
    'endpoint/perform',
    'endpoint/store',
    'specs/wire/',
  ],
  dialect: (vendor) => [
    'specs/vendor/dialect',
    'specs/vendor/lens',
    `specs/vendors/${vendor}/dialect`,
    `specs/vendors/${vendor}/own/`,
  ],
}

/** Which room of a vendor's endpoint a file belongs to, by its path without ending; undefined where it is left right. */
export function roomOf(vendor: VendorId, file: string): Exclude<Room, 'answer'> | undefined {
  return (['model', 'façade', 'dialect'] as const).find((room) =>
    code[room](vendor).some((place) =>
      place.endsWith('/') ? file.startsWith(place) : file === place || file.startsWith(`${place}/`),
    ),
  )
}

/** The folders that stand in `own/`, which is the registry of what a vendor alone offers. */
export function ownFolders(vendor: VendorId): readonly string[] {
  return readdirSync(join(top, `specs/vendors/${vendor}/own`), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

const here = import.meta.url

/** The ending of this program's files: `.ts` in the sources, `.js` where it was built. */
export const ending: string = here.slice(here.lastIndexOf('.'))

/** The folder in which the rooms of this program stand. */
export const top: string = fileURLToPath(
  ending === '.ts' ? packageRoot : new URL('dist/', packageRoot),
)
