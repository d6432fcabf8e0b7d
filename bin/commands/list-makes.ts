import { loadFaults } from '../../endpoint/fault-kit/load-faults.ts'
import { loadVariants } from '../../endpoint/variant-kit/load-variants.ts'
import { print, type Shell } from '../shell/shell.ts'

/** Prints the ways to be wrong, a line each; for machines what each breaks, too. */
export async function listFaults(shell: Shell, json: boolean): Promise<void> {
  const faults = await loadFaults()
  const rows = faults.map(({ name, description, breaks }) => ({ name, description, breaks }))
  printRows(shell, rows, json)
}

/** Prints the ways to be of other make, a line each; for machines who says so, too. */
export async function listVariants(shell: Shell, json: boolean): Promise<void> {
  const variants = await loadVariants()
  const rows = variants.map(({ name, description, evidence, differences = [] }) => ({
    name,
    description,
    evidence,
    differences,
  }))
  printRows(shell, rows, json)
}

interface Row {
  readonly name: string
  readonly description: string
}

const printRows = (shell: Shell, rows: readonly Row[], json: boolean): void => {
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(({ name, description }) => `${name.padEnd(width)}  ${description}`)
  print(shell, json ? JSON.stringify(rows, null, 2) : lines.join('\n'))
}
