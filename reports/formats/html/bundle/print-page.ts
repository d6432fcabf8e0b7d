import { bundlePage } from './bundle-page.ts'

// Prints the page of a run without its data: for programs that run from their sources, and can not wait for it.

process.stdout.write(await bundlePage())
