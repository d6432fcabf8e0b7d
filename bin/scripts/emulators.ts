import { Argument, Command } from 'commander'

import { changedBy, changesText } from './changed-by.ts'
import { peers, withPeer } from './peers.ts'
import { runOrgproof, script, ToolFailed } from './run-tool.ts'

// Starts each third-party endpoint, asks it everything, and writes its baseline anew.

const names = peers.map(({ name }) => name)

const judge = async (wanted: readonly string[]): Promise<void> => {
  const chosen = peers.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const changed: string[] = []
  for (const [index, peer] of chosen.entries()) {
    console.error(`emulators: ${index + 1} of ${chosen.length}, ${peer.name}`)
    const out = `reports/out/${peer.name}`
    const baseline = `reports/baselines/${peer.name}.json`
    const make = async (): Promise<void> => {
      await withPeer(peer, (endpoint) => ask(endpoint, peer.preset, out))
      await runOrgproof('baseline', 'init', `${out}/results.json`, '-o', baseline)
    }
    changed.push(...(await changedBy({ writes: [baseline], make })))
  }
  console.log(changesText('judged', changed))
}

/** A run that finds something ends with another code than 0; only one of our own faults is none. */
const ask = async (endpoint: string, preset: string, out: string): Promise<void> => {
  const words = ['--vendor', 'aws', '--endpoint', endpoint, '--target', preset, '--out', out]
  try {
    await runOrgproof('run', ...words)
  } catch (error) {
    if (!(error instanceof ToolFailed) || error.code === undefined || error.code > 2) throw error
  }
}

await script('emulators', async () => {
  await new Command('npm run emulators --')
    .description(
      'start the third-party endpoints, ask each everything, and write its baseline anew',
    )
    .addArgument(new Argument('[names...]', 'all of them unless said').choices(names))
    .action(judge)
    .parseAsync()
})
