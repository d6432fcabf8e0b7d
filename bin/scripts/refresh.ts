import { Argument, Command } from 'commander'

import { committed, filesOf, type Committed } from './committed.ts'
import { script } from './run-tool.ts'

// Makes anew what is committed and made from the rest of the tree, in the right order, and says what has changed.

const names = committed.map(({ name }) => name)
const lines = committed.map(
  ({ name, about, writes }) => `  ${name.padEnd(9)} ${writes.join(', ')}: ${about}`,
)

const changedBy = async ({ make, ...one }: Committed): Promise<readonly string[]> => {
  const before = filesOf(one)
  await make()
  const after = filesOf(one)
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
}

const refresh = async (wanted: readonly string[]): Promise<void> => {
  const chosen = committed.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const changed: string[] = []
  for (const [index, one] of chosen.entries()) {
    console.error(`refresh: ${index + 1} of ${chosen.length}, ${one.name}`)
    changed.push(...(await changedBy(one)))
  }
  const which = changed.map((path) => `  ${path}\n`).join('')
  const review = 'review them with git diff, and commit them'
  console.log(
    changed.length === 0
      ? 'refreshed: nothing has changed'
      : `${which}refreshed: ${changed.length} changed; ${review}`,
  )
}

await script('refresh', async () => {
  await new Command('npm run refresh --')
    .description('make anew what is committed and made from the rest of the tree')
    .addArgument(new Argument('[parts...]', 'all of it unless said').choices(names))
    .addHelpText('after', `\nThe parts, in the order in which they are made:\n${lines.join('\n')}`)
    .action(refresh)
    .parseAsync()
})
