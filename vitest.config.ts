import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['{bin,specs,suites,endpoint,reports}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'suites/conformance.test.ts', '**/*.peer.test.ts'],
    isolate: false,
  },
})

export default config
