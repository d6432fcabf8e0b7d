import { bundlePage } from '../../reports/formats/html/bundle/bundle-page.ts'
import { script } from './run-tool.ts'

// Prints the page of a run without its data: for programs that run from their sources, and can not wait for a bundler.

await script('print-page', async () => console.log(await bundlePage()))
