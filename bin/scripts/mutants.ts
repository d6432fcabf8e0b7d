import { writeFileSync } from 'node:fs'

import { Command } from 'commander'

import { campaign } from '../../harness/mutants/campaign.ts'
import { mutantReportText, survivorText } from '../../harness/mutants/mutant-report-text.ts'
import { mutantReport } from '../../harness/mutants/mutant-report.ts'
import type { Mutant } from '../../harness/mutants/mutant.ts'
import { plainTrial } from '../../harness/mutants/plain-trial.ts'
import { askerOf } from '../../harness/selftest/ask-server.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'
import { script } from './run-tool.ts'

// Tries mutants of the embedded endpoint, and prints those that the suite does not notice so that one can act upon it.

interface Options {
  readonly vendor: VendorId
  readonly sample: string
  readonly seed: string
  readonly only?: string
  readonly out?: string
}

/** Of a room, or whose ids are like that. */
const chosenBy = (only = '*'): ((mutant: Mutant) => boolean) => {
  const fits = globMatcher(only)
  return ({ id, room }) => room === only || fits(id)
}

const mutants = async ({ vendor, sample, seed, only, out }: Options): Promise<void> => {
  const begun = process.cpuUsage()
  const asker = askerOf(await loadVendor(vendor), await loadScenarios())
  const found = await campaign(asker, {
    sample: sample === 'all' ? Infinity : Number(sample),
    seed: Number(seed),
    only: chosenBy(only),
    tried: (_trial, count, of) => {
      if (count % 50 === 0) process.stderr.write(`${count} of ${of}\n`)
    },
  })
  const report = mutantReport(found)
  console.log(report.survivors.map(survivorText).join('\n\n'))
  const { user, system } = process.cpuUsage(begun)
  console.log(`\n${mutantReportText(report)}`)
  console.log(
    `  there are ${JSON.stringify(found.made)}; ${((user + system) / 1e6).toFixed(0)} s of a core`,
  )
  if (out !== undefined)
    writeFileSync(
      out,
      `${found.trials.map((trial) => JSON.stringify(plainTrial(trial))).join('\n')}\n`,
    )
}

await script('mutants', async () => {
  await new Command('npm run mutants --')
    .description('try mutants of the embedded endpoint, and print those that nobody notices')
    .requiredOption('--vendor <id>', 'whose endpoint')
    .option('--sample <count>', 'how many, chosen by the seed; or all', '150')
    .option('--seed <number>', 'which ones', '1')
    .option(
      '--only <room|glob>',
      'of these only: model, façade, dialect, answer, or with ids like this',
    )
    .option('--out <file>', 'write every trial as a line of JSON')
    .action(mutants)
    .parseAsync()
})
