import { execFileSync } from 'node:child_process'

import { Command } from 'commander'

import { quickPlan } from './quick-plan.ts'
import { runTool, script, top } from './run-tool.ts'

// Looks at what has changed and no further: types of everything (only what the change reaches is looked at anew), lint
// and format of the rooms it is in, and the tests of these rooms that it reaches.

const cache = 'node_modules/.cache/orgproof'

const git = (...words: readonly string[]): readonly string[] =>
  execFileSync('git', words, { cwd: top, encoding: 'utf8' }).split('\n').filter(Boolean)

const changedSince = (ref: string): readonly string[] => [
  ...new Set([
    ...git('diff', '--name-only', '--diff-filter=d', ref, '--'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]),
]

const vitest = async (...words: readonly string[]): Promise<void> =>
  runTool(
    'vitest',
    'run',
    '--reporter=dot',
    '--passWithNoTests',
    '--experimental.fsModuleCache',
    ...words,
  )

const types = (): Promise<void> =>
  runTool('tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', `${cache}/types.tsbuildinfo`)

const quick = async ({ since }: { readonly since: string }): Promise<void> => {
  const changed = changedSince(since)
  const { lint, format, related, readers } = quickPlan(changed)
  await types()
  if (format.length > 0)
    await runTool('oxfmt', '--check', '--no-error-on-unmatched-pattern', ...format)
  if (lint.length > 0) await runTool('oxlint', '--type-aware', ...lint)
  if (readers.length > 0) await vitest('--project=unit', ...readers)
  if (related.length > 0) {
    const rooms = related.map((room) => `${room}/`)
    // without what takes long: vitest.config.ts names it
    await vitest('--project=quick', `--changed=${since}`, ...rooms)
  }
  console.log(`quick: ${changed.length} files changed since ${since}, nothing wrong with them`)
  console.log(
    'quick: tests that take long were left out (vitest.config.ts names them); npm test asks them',
  )
}

await script('quick', async () => {
  await new Command('npm run quick --')
    .description('check what has changed: types, lint, format, and the tests it reaches')
    .option('--since <ref>', 'what git is to compare with', 'HEAD')
    .action(quick)
    .parseAsync()
})
