import { Command, CommanderError } from 'commander'

import { exitCodes, problemText } from '../harness/problem.ts'
import { ownVersion } from '../harness/version.ts'
import { debugVariable, faultText } from './shell/our-fault.ts'
import type { Shell } from './shell/shell.ts'

/** Every command: what it is for, and where it is. Only the one that is called is loaded. */
const commands: readonly {
  readonly name: string
  readonly description: string
  readonly load: (shell: Shell) => Promise<Command>
}[] = [
  {
    name: 'run',
    description: 'ask an endpoint whether it keeps what the documents say',
    load: async (shell) => (await import('./commands/run.ts')).runCommand(shell),
  },
  {
    name: 'plan',
    description: 'show what a run would write, before it does',
    load: async (shell) => (await import('./commands/plan.ts')).planCommand(shell),
  },
  {
    name: 'serve',
    description: 'start the embedded endpoint',
    load: async (shell) => (await import('./commands/serve.ts')).serveCommand(shell),
  },
  {
    name: 'list',
    description: 'list every check, or every rule of the documents',
    load: async (shell) => (await import('./commands/list.ts')).listCommand(shell),
  },
  {
    name: 'explain',
    description: 'say what a check asks, and who says so',
    load: async (shell) => (await import('./commands/explain.ts')).explainCommand(shell),
  },
  {
    name: 'report',
    description: 'show what a run found in another form',
    load: async (shell) => (await import('./commands/report.ts')).reportCommand(shell),
  },
  {
    name: 'compare',
    description: 'say what is new, fixed, changed and still wrong in a later run',
    load: async (shell) => (await import('./commands/compare.ts')).compareCommand(shell),
  },
  {
    name: 'merge',
    description: 'make one results.json of those of all shards of a run',
    load: async (shell) => (await import('./commands/merge.ts')).mergeCommand(shell),
  },
  {
    name: 'baseline',
    description: 'keep what is known of an endpoint, and compare',
    load: async (shell) => (await import('./commands/baseline.ts')).baselineCommand(shell),
  },
  {
    name: 'matrix',
    description: 'show vendors and endpoints side by side, in Markdown and JSON',
    load: async (shell) => (await import('./commands/matrix.ts')).matrixCommand(shell),
  },
  {
    name: 'ledger',
    description: 'say what a run wrote in a given organization',
    load: async (shell) => (await import('./commands/ledger.ts')).ledgerCommand(shell),
  },
  {
    name: 'sweep',
    description: 'take back what a run that was killed left behind',
    load: async (shell) => (await import('./commands/sweep.ts')).sweepCommand(shell),
  },
  {
    name: 'certify',
    description: 'sign what a run found, for somebody who need not trust you',
    load: async (shell) => (await import('./commands/certify.ts')).certifyCommand(shell),
  },
  {
    name: 'verify',
    description: 'say whether a certificate is genuine, and still holds',
    load: async (shell) => (await import('./commands/verify.ts')).verifyCommand(shell),
  },
  {
    name: 'derive',
    description: 'derive OpenAPI from the vendor documents, or check what is derived',
    load: async (shell) => (await import('./commands/derive.ts')).deriveCommand(shell),
  },
  {
    name: 'selftest',
    description: 'show that the suite finds every known fault, and no other',
    load: async (shell) => (await import('./commands/selftest.ts')).selftestCommand(shell),
  },
  {
    name: 'bench',
    description: 'measure whole runs beside their bare requests',
    load: async (shell) => (await import('./commands/bench.ts')).benchCommand(shell),
  },
]

const footer = `
Exit codes: 0 conformant, 1 nonconformant, 2 incomplete, 3 a fault of ours, 4 refused for safety, 64 wrong usage,
130 stopped. Options that name a variable may be set by it; a flag wins. ${debugVariable}=1 shows the whole of a
fault of ours.`

/**
 * The command line: does what the words say, prints, and leaves the exit code in the shell. Never rejects: whatever
 * nobody foresaw is told in one line as a fault of ours.
 */
export async function main(words: readonly string[], shell: Shell): Promise<void> {
  const wanted = words.find((word) => commands.some(({ name }) => name === word))
  try {
    await (await program(wanted, shell)).parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) shell.exitCode = exitCodes.usage
      return
    }
    tellFault(error, shell)
  }
}

/** Tells of an exception that nobody foresaw. */
export function tellFault(error: unknown, shell: Pick<Shell, 'stderr' | 'env' | 'exitCode'>): void {
  const debug = shell.env[debugVariable]
  shell.stderr.write(`${faultText(error, debug !== undefined && debug !== '')}\n`)
  shell.exitCode = exitCodes.harness
}

const program = async (wanted: string | undefined, shell: Shell): Promise<Command> => {
  const root = new Command('orgproof')
    .description('Conformance suite for the organizations APIs of cloud vendors')
    .version(ownVersion())
    .addHelpText('after', footer)
  for (const { name, description, load } of commands) {
    root.addCommand(
      name === wanted ? await load(shell) : new Command(name).description(description),
    )
  }
  return inShell(root, shell)
}

/** Lets every command print to the shell, and throw instead of ending the process, so that the exit code is ours. */
const inShell = (command: Command, shell: Shell): Command => {
  for (const inner of command.commands) inShell(inner, shell)
  refuseTwice(command)
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => void shell.stdout.write(text),
      writeErr: (text) => void shell.stderr.write(text),
      outputError: (text, write) => write(`${misused(text, command)}\n`),
    })
}

/** Of a flag that takes one value the last one would win unseen: it is refused when it is given twice. */
const refuseTwice = (command: Command): void => {
  for (const option of command.options) {
    if (!option.required || Array.isArray(option.defaultValue)) continue
    let given = false
    command.on(`option:${option.name()}`, () => {
      if (given) command.error(`error: ${option.long ?? option.flags} is given twice`)
      given = true
    })
  }
}

/** What commander says of wrong words, as a problem like every other. */
const misused = (text: string, command: Command): string => {
  const [said = '', suggestion] = text.trim().split('\n')
  const message = said.replace(/^error: /, '')
  const help = `${pathOf(command)} --help shows every command and option`
  return problemText([{ code: 'USAGE', message, hint: suggestion ?? help }])
}

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`
