import { broken } from './broken.ts'
import { busy } from './busy.ts'
import { endless } from './endless.ts'
import type { Hostile } from './hostile.ts'
import { large } from './large.ts'
import { late } from './late.ts'
import { odd } from './odd.ts'

/** Every hostile endpoint there is. */
export const hostiles: readonly Hostile[] = [
  ...large,
  ...endless,
  ...late,
  ...busy,
  ...odd,
  ...broken,
]
