/** Where this package is: this file is one folder below it in the source tree, two when built. */
export const packageRoot: URL = new URL(
  import.meta.url.endsWith('.ts') ? '../' : '../../',
  import.meta.url,
)
