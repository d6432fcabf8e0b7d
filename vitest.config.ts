import { defineConfig, type ViteUserConfig } from 'vitest/config'

const elsewhere = ['**/node_modules/**', 'dist/**', 'reports/out/**']

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
        },
      },
      {
        test: {
          name: 'peers',
          include: ['**/*.peer.test.ts'],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 300_000,
        },
      },
    ],
  },
})

export default config
