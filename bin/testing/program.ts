import { fileURLToPath } from 'node:url'

/** For tests: what Node is given to start the program as users get it, the built one; the tests begin with building it. */
export const program: string = fileURLToPath(new URL('../../dist/bin/orgproof.js', import.meta.url))
