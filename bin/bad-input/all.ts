import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { BadInput, WriteFile } from './bad-input.ts'
import { badCertificates } from './certificates.ts'
import { badEndpoints } from './endpoints.ts'
import { badFlags, badVariables } from './flags.ts'
import { badLedgers } from './ledgers.ts'
import { badPlaces } from './places.ts'
import { badReports } from './reports.ts'
import { badResumes } from './resumes.ts'
import { badTargets } from './targets.ts'

/** Every input of the campaign; the files that they are about are written into the folder. The same each time. */
export function badInputs(folder: string): readonly BadInput[] {
  const write: WriteFile = (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  return [
    ...badTargets(write),
    ...badEndpoints(write),
    ...badReports(write),
    ...badCertificates(write),
    ...badLedgers(write),
    ...badFlags,
    ...badVariables,
    ...badPlaces(folder, write),
    ...badResumes(folder, write),
  ]
}
