import { stat } from 'node:fs/promises'

import type { Command } from 'commander'

import { didYouMean } from '../../harness/nearest.ts'
import { problemsOf, quoted, type Problem } from '../../harness/problem.ts'
import type { FileRead } from '../files/file-kind.ts'
import { documentsRow, documentsVariable } from '../options/documents-option.ts'
import { toldOptions } from '../options/variable-options.ts'
import type { Environment } from '../shell/shell.ts'
import { systemWords } from '../shell/system-words.ts'
import type { VendorFiles } from './read-vendor.ts'
import { readVendors } from './vendor-files.ts'

/** The options of `derive`, read. */
export interface DeriveOptions {
  readonly documents: string
  readonly specs: string
  readonly fixtures: string
  readonly vendor?: string
  readonly check?: true
}

/** Nothing may say where the documents are. */
type ToldDerive = Omit<DeriveOptions, 'documents'> & Partial<Pick<DeriveOptions, 'documents'>>

/** What `derive` was told, and the vendors whose documents it reads. */
export interface DeriveOrder {
  readonly options: DeriveOptions
  readonly vendors: readonly VendorFiles[]
}

/** Reads what `derive` was told; lists all that is wrong with it at once. */
export async function readDeriveOrder(
  command: Command,
  environment: Environment,
): Promise<DeriveOrder | { readonly problems: readonly Problem[] }> {
  const told = toldOptions<ToldDerive>(command, [documentsRow], environment)
  const { options } = told
  const { documents } = options
  const vendors = await readVendors(options.specs)
  const problems = [
    ...told.problems,
    ...(told.problems.length > 0
      ? []
      : await documentsProblems(documents, told.names['documents'])),
    ...problemsOf(vendors),
    ...vendorProblems(options.vendor, vendors),
  ]
  if (problems.length > 0 || !('content' in vendors) || documents === undefined) return { problems }
  const { vendor: wanted } = options
  const own = vendors.content.filter(({ vendor }) => wanted === undefined || wanted === vendor)
  return { options: { ...options, documents }, vendors: own }
}

const documentsProblems = async (
  folder: string | undefined,
  named = '--documents',
): Promise<readonly Problem[]> => {
  if (folder === undefined) return [noDocuments('nothing says where the documents are')]
  try {
    const found = await stat(folder)
    return found.isDirectory() ? [] : [noDocuments(`${named}: ${folder} is no folder`)]
  } catch (error) {
    return [noDocuments(`${named}: ${folder} ${systemWords(error)}`)]
  }
}

const noDocuments = (message: string): Problem => ({
  code: 'DOCUMENTS_MISSING',
  message,
  hint: `--documents or ${documentsVariable} names the folder that holds them`,
})

const vendorProblems = (
  wanted: string | undefined,
  vendors: FileRead<readonly VendorFiles[]>,
): readonly Problem[] => {
  if (!('content' in vendors)) return []
  const ids = vendors.content.map(({ vendor }) => vendor)
  if (wanted === undefined || ids.includes(wanted)) return []
  const hint = didYouMean(wanted, ids) ?? `known are ${ids.join(', ')}`
  return [{ code: 'UNKNOWN_VALUE', message: `--vendor is ${quoted(wanted)}`, hint }]
}
