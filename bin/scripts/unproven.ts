import { writeFileSync } from 'node:fs'

import { Command } from 'commander'

import { askerOf } from '../../harness/selftest/ask-server.ts'
import { compareList, unprovenListOf } from '../../harness/unproven/unproven-list.ts'
import { proveChecks } from '../../harness/unproven/unproven.ts'
import { vendorIds, type VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { script } from './run-tool.ts'

// Looks for the checks that no wrong endpoint makes fail, and holds the committed list of them against what it finds.

const file = 'harness/unproven/unproven.json'

interface Options {
  readonly vendor: VendorId
  readonly write?: boolean
}

const unproven = async ({ vendor, write = false }: Options): Promise<void> => {
  const begun = process.cpuUsage()
  const asker = askerOf(await loadVendor(vendor), await loadScenarios())
  const found = await proveChecks(asker, (stage, proven) => {
    process.stderr.write(`${stage}: ${proven} proven\n`)
  })
  const { unlisted, outdated, shrunk } = compareList(unprovenListOf(vendor), found)
  const { user, system } = process.cpuUsage(begun)
  const told = [
    ...found.unproven,
    ...found.errors.map((text) => `blames the suite: ${text}`),
    '',
    `${vendor}: ${found.proven.size} checks were seen to fail, ${found.unproven.length} were not; ${((user + system) / 1e6).toFixed(0)} s of a core`,
    ...unlisted.map((id) => `not in the list, which may only shrink: ${id}`),
    ...outdated.map((entry) => `in the list, and seen to fail or gone: ${entry}`),
  ]
  console.log(told.join('\n'))
  if (unlisted.length > 0) {
    process.exitCode = 1
    return
  }
  if (!write) {
    process.exitCode = outdated.length > 0 ? 1 : 0
    return
  }
  const all = vendorIds.map((id) => [id, id === vendor ? shrunk : unprovenListOf(id)])
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`)
}

await script('unproven', async () => {
  await new Command('npm run unproven --')
    .description('ask which checks no wrong endpoint makes fail, and compare them with the list')
    .requiredOption('--vendor <id>', 'whose checks')
    .option(
      '--write',
      `take out of ${file} what was seen to fail or is gone; nothing comes into it`,
    )
    .action(unproven)
    .parseAsync()
})
