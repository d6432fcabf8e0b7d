import { Command } from 'commander'

import { exitCodes } from '../../harness/problem.ts'
import { formats } from '../../reports/formats/formats.ts'
import { githubAnnotations } from '../../reports/formats/github.ts'
import { terminalReport } from '../../reports/formats/terminal/terminal.ts'
import { paintIn } from '../../reports/text/paint.ts'
import {
  readReportOrder,
  reportNames,
  type ReportOptions,
  type ReportOrder,
} from '../options/read-report-order.ts'
import { writeOutput } from '../outputs/write.ts'
import { fail } from '../shell/fail.ts'
import type { Shell } from '../shell/shell.ts'
import { wantsColours } from '../shell/wants-colours.ts'

interface Options extends ReportOptions {
  readonly verbose?: boolean
  /** commander's name for --no-color */
  readonly color: boolean
}

/** `orgproof report`: what a run found, once more and in another form. */
export function reportCommand(shell: Shell): Command {
  return new Command('report')
    .description('show what a run found in another form; nothing is asked again')
    .argument('<results>', 'a results.json')
    .option('--format <name>', `one of ${reportNames.join(', ')}`, 'terminal')
    .option('--out <file>', 'where to; printed unless said')
    .option('--verbose', 'on the terminal: every finding and every operation')
    .option('--no-color', 'no colours (also NO_COLOR)')
    .addHelpText('after', help)
    .action((path: string, options: Options) => report(shell, path, options))
}

const help = `
Formats:
${Object.entries(formats)
  .map(([name, { file, means }]) => `  ${name.padEnd(8)}  ${means}; a run calls it ${file}`)
  .join('\n')}
  github    annotations of a workflow of GitHub, a line each

Exit codes: 0 it is shown, whatever it says, 3 a disk that fills, 64 wrong usage.`

const report = async (shell: Shell, path: string, options: Options): Promise<void> => {
  const order = await readReportOrder(path, options)
  if ('problems' in order) return fail(shell, exitCodes.usage, order.problems)
  const text = textOf(shell, order, options)
  if (order.out === undefined) shell.stdout.write(text)
  else await writeOutput(shell, order.out, text)
}

const textOf = (
  shell: Shell,
  { results, format, out }: ReportOrder,
  { verbose = false, color }: Options,
): string => {
  if (format === 'github') return githubAnnotations(results)
  if (format !== 'terminal') return formats[format].text(results)
  const paint = paintIn(out === undefined && wantsColours(shell, color))
  return terminalReport(results, { paint, verbose })
}
