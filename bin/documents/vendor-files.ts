import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { problemsOf, type Problem } from '../../harness/problem.ts'
import { collectCitations } from '../../specs/derive/collect-citations.ts'
import type { Derivation } from '../../specs/derive/derive.ts'
import type { StandingFiles } from '../../specs/derive/examine.ts'
import type { FileRead } from '../files/file-kind.ts'
import { systemWords } from '../shell/system-words.ts'
import { readVendor, type VendorFiles } from './read-vendor.ts'

/** The vendors whose folder has a sources.json, in alphabetical order. */
export async function readVendors(specs: string): Promise<FileRead<readonly VendorFiles[]>> {
  const all = join(specs, 'vendors')
  try {
    const names = (await readdir(all)).toSorted()
    const present = names.filter((vendor) => existsSync(join(all, vendor, 'sources.json')))
    const read = await Promise.all(present.map((vendor) => readVendor(vendor, join(all, vendor))))
    const problems = read.flatMap(problemsOf)
    if (problems.length > 0) return { problems }
    const content = read.flatMap((one) => ('content' in one ? [one.content] : []))
    if (content.length > 0) return { content }
    return { problems: [noSpecs(`${all} holds no folder with a sources.json`)] }
  } catch (error) {
    return { problems: [noSpecs(`${all} ${systemWords(error)}`)] }
  }
}

const noSpecs = (message: string): Problem => ({
  code: 'SPECS_UNREADABLE',
  message,
  hint: '--specs names the folder of the specs; it is ./specs unless said',
})

/** The standing files that cite one document, and what is derived from it. */
export function standingFiles(
  files: VendorFiles,
  document: string,
  derivation: Derivation | undefined,
): StandingFiles {
  const citing = Object.entries(files.json).filter(([, json]) =>
    collectCitations(json).some((placed) => placed.document === document),
  )
  const openapi = derivation && join(files.folder, 'openapi', basename(derivation.openapi))
  return {
    openapi: openapi && existsSync(openapi) ? readFileSync(openapi, 'utf8') : undefined,
    overlay: files.overlay?.document === document ? files.overlay : undefined,
    citing: Object.fromEntries(citing),
  }
}
