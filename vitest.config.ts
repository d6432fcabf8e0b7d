import { availableParallelism } from 'node:os'

import { defineConfig, type ViteUserConfig } from 'vitest/config'
import type { Reporter } from 'vitest/node'

import { hang } from './bin/testing/hang.ts'

/** What takes minutes: third-party endpoints, and campaigns of our own. */
const slow = ['**/*.peer.test.ts', '**/*.campaign.test.ts']

/** What starts the program as users get it: it is built first, where a source is newer. */
const programs = ['**/*.program.test.ts']
const built = { globalSetup: 'bin/testing/build-program.ts' }

/** What takes longer than a quick check may: whole vendors, servers, programs. The unit tests ask it. */
const long = [
  'bin/*.test.ts',
  'bin/commands/*.test.ts',
  'endpoint/*.test.ts',
  'harness/library.test.ts',
  'harness/mutants/sample-*.test.ts',
  'harness/unproven/unproven-codearts.test.ts',
  'specs/vendors/property.test.ts',
  'harness/selftest/{try-*,cites-broken-rule,asked-alone}.test.ts',
  'specs/derive/*/contract.test.ts',
  'specs/vendors/*/dialect.test.ts',
  'suites/client/{published-contract,redaction}.test.ts',
  'suites/runner/cases-for.test.ts',
  'suites/contract/contract-cases.test.ts',
]

/** With ALLURE=1 our own tests are told to Allure, too; `run` writes the checks of a target for it by itself. */
const reporters: Reporter[] = []
if (process.env['ALLURE'] === '1') {
  const { default: AllureReporter } = await import('allure-vitest/reporter')
  reporters.push(new AllureReporter({ resultsDir: 'reports/out/unit-allure' }))
}

const all = ['{bin,harness,specs,suites,endpoint,reports}/**/*.test.ts']
const elsewhere = ['**/node_modules/**', 'dist/**', 'reports/out/**']

const config: ViteUserConfig = defineConfig({
  test: {
    reporters: ['default', ...reporters],
    projects: [
      ...[
        { name: 'unit', include: all, left: programs },
        { name: 'programs', include: programs, left: [], ...built },
        { name: 'quick', include: all, left: [...programs, ...long] },
      ].map(({ left, ...project }) => ({
        test: {
          ...project,
          // the conformance test is what `orgproof run` runs, against a target
          exclude: [...elsewhere, 'suites/runner/conformance.test.ts', ...slow, ...left],
          isolate: false,
          // many tests wait for programs that they started, or for time to pass: no core is kept for the runner, and one more goes on
          maxWorkers: availableParallelism() + 1,
          // no test depends on the machine's speed: this only ends what hangs
          testTimeout: hang,
          hookTimeout: hang,
        },
      })),
      ...['peer', 'campaign'].map((kind) => ({
        test: {
          name: `${kind}s`,
          include: [`**/*.${kind}.test.ts`],
          exclude: elsewhere,
          ...built,
          // a campaign measures what it starts; the third-party endpoints have a process of their own each
          fileParallelism: kind === 'peer',
          maxWorkers: '100%',
          testTimeout: hang,
          hookTimeout: hang,
        },
      })),
    ],
  },
})

export default config
