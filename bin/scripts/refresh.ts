import { Argument, Command } from 'commander'

import { changedBy, changesText } from './changed-by.ts'
import { committed } from './committed.ts'
import { script } from './run-tool.ts'

// Makes anew what is committed and made from the rest of the tree, in the right order, and says what has changed.

const names = committed.map(({ name }) => name)
const lines = committed.map(
  ({ name, about, writes }) => `  ${name.padEnd(12)} ${writes.join(', ')}: ${about}`,
)

const refresh = async (wanted: readonly string[]): Promise<void> => {
  const chosen = committed.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const changed: string[] = []
  for (const [index, one] of chosen.entries()) {
    console.error(`refresh: ${index + 1} of ${chosen.length}, ${one.name}`)
    changed.push(...(await changedBy(one)))
  }
  console.log(changesText('refreshed', changed))
}

await script('refresh', async () => {
  await new Command('npm run refresh --')
    .description('make anew what is committed and made from the rest of the tree')
    .addArgument(new Argument('[parts...]', 'all of it unless said').choices(names))
    .addHelpText('after', `\nThe parts, in the order in which they are made:\n${lines.join('\n')}`)
    .action(refresh)
    .parseAsync()
})
