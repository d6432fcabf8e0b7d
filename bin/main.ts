import { Command, CommanderError } from 'commander'

import { exitCodes } from './problem.ts'
import { ownVersion } from './version.ts'

/** Every command: what it is for, and where it is. Only the one that is called is loaded. */
const commands: readonly {
  readonly name: string
  readonly description: string
  readonly load: () => Promise<Command>
}[] = [
  {
    name: 'run',
    description: 'ask an endpoint whether it keeps what the documents say',
    load: async () => (await import('./commands/run.ts')).runCommand(),
  },
  {
    name: 'serve',
    description: 'start the embedded endpoint',
    load: async () => (await import('./commands/serve.ts')).serveCommand(),
  },
  {
    name: 'list',
    description: 'list every check, or every rule of the documents',
    load: async () => (await import('./commands/list.ts')).listCommand(),
  },
  {
    name: 'explain',
    description: 'say what a check asks, and who says so',
    load: async () => (await import('./commands/explain.ts')).explainCommand(),
  },
  {
    name: 'baseline',
    description: 'keep what is known of an endpoint, and compare',
    load: async () => (await import('./commands/baseline.ts')).baselineCommand(),
  },
  {
    name: 'matrix',
    description: 'show vendors and endpoints side by side, in Markdown and JSON',
    load: async () => (await import('./commands/matrix.ts')).matrixCommand(),
  },
  {
    name: 'derive',
    description: 'derive OpenAPI from the vendor documents, or check what is derived',
    load: async () => (await import('./commands/derive.ts')).deriveCommand(),
  },
  {
    name: 'selftest',
    description: 'show that the suite finds every known fault, and no other',
    load: async () => (await import('./commands/selftest.ts')).selftestCommand(),
  },
  {
    name: 'bench',
    description: 'measure whole runs beside their bare requests',
    load: async () => (await import('./commands/bench.ts')).benchCommand(),
  },
]

const program = async (wanted: string | undefined): Promise<Command> => {
  const root = new Command('orgproof')
    .description('Conformance suite for the organizations APIs of cloud vendors')
    .version(ownVersion())
    .showSuggestionAfterError()
  for (const { name, description, load } of commands) {
    root.addCommand(name === wanted ? await load() : new Command(name).description(description))
  }
  return withExits(root)
}

/** Lets every command throw instead of ending the process, so that the exit code is ours. */
const withExits = (command: Command): Command => {
  for (const inner of command.commands) withExits(inner)
  return command.exitOverride().showHelpAfterError('(orgproof help shows every command and option)')
}

/** Reads the command line and does what it says; sets the exit code. */
export async function main(): Promise<void> {
  const [, , ...words] = process.argv
  const wanted = words.find((word) => commands.some(({ name }) => name === word))
  try {
    await (await program(wanted)).parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage
      return
    }
    console.error(error)
    process.exitCode = exitCodes.harness
  }
}
