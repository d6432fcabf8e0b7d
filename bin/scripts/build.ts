import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { bundlePage } from '../../reports/formats/html/bundle/bundle-page.ts'
import { runTool, script, top } from './run-tool.ts'

// Builds the package into dist/, which is made anew: what has no source any more is not published.

await script('build', async () => {
  rmSync(join(top, 'dist'), { recursive: true, force: true })
  await runTool('tsc', '-p', 'tsconfig.build.json')
  writeFileSync(join(top, 'dist/reports/formats/html/page.html'), await bundlePage())
  chmodSync(join(top, 'dist/bin/orgproof.js'), 0o755)
})
