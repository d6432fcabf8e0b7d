import { defineConfig, type ViteUserConfig } from 'vitest/config'

import { hang } from './bin/testing/hang.ts'

/** What takes minutes: third-party endpoints, and campaigns of our own. */
const slow = ['**/*.peer.test.ts', '**/*.campaign.test.ts']

const elsewhere = ['**/node_modules/**', 'dist/**', 'reports/out/**']

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{bin,harness,specs,suites,endpoint,reports}/**/*.test.ts'],
          // the conformance test is what `orgproof run` runs, against a target
          exclude: [...elsewhere, 'suites/runner/conformance.test.ts', ...slow],
          isolate: false,
          // many tests wait for programs that they started: no core is kept for the runner
          maxWorkers: '100%',
          // no test depends on the machine's speed: this only ends what hangs
          testTimeout: hang,
          hookTimeout: hang,
        },
      },
      ...['peer', 'campaign'].map((kind) => ({
        test: {
          name: `${kind}s`,
          include: [`**/*.${kind}.test.ts`],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: hang,
          hookTimeout: hang,
        },
      })),
    ],
  },
})

export default config
