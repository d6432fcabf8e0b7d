import { defineConfig, type ViteUserConfig } from 'vitest/config'

const elsewhere = ['**/node_modules/**', 'dist/**', 'reports/out/**']

/** Milliseconds after which a test hangs, on however busy a machine. */
const hang = 600_000

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{bin,specs,suites,endpoint,reports}/**/*.test.ts'],
          // the conformance test is what `orgproof run` runs, against a target
          exclude: [...elsewhere, 'suites/conformance.test.ts', '**/*.peer.test.ts'],
          isolate: false,
          // no test depends on the machine's speed: this only ends what hangs
          testTimeout: hang,
          hookTimeout: hang,
        },
      },
      {
        test: {
          name: 'peers',
          include: ['**/*.peer.test.ts'],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: hang,
          hookTimeout: hang,
        },
      },
    ],
  },
})

export default config
