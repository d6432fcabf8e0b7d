import { readFileSync } from 'node:fs'

import { Command, InvalidArgumentError } from 'commander'

import { cite } from '../../specs/derive/citation.ts'
import { script } from './run-tool.ts'

// Prints the citation of some lines of a document, as registers and overlays hold it.

const lineNumber = (text: string): number => {
  if (/^[1-9]\d*$/u.test(text)) return Number(text)
  throw new InvalidArgumentError('lines are counted from 1')
}

const print = (document: string, from: number, to: number = from): void => {
  const lines = readFileSync(document, 'utf8').split(/\r?\n/u)
  if (to < from || to > lines.length) {
    console.error(`cite: the document has the lines 1 to ${lines.length}, not ${from} to ${to}`)
    process.exitCode = 64
    return
  }
  console.log(JSON.stringify(cite(lines, { from, to })))
}

await script('cite', async () => {
  await new Command('npm run cite --')
    .description('print the citation of lines of a document: their numbers, and their hash')
    .argument('<document>', 'the file')
    .argument('<from>', 'the first line', lineNumber)
    .argument('[to]', 'the last line; the first unless said', lineNumber)
    .action(print)
    .parseAsync()
})
