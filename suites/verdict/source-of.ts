const top = new URL('../../', import.meta.url).href

/**
 * The path in the repository of a module by its `import.meta.url`, as `Check.source` has it: with slashes, and with the
 * ending of what was written, also where what was built of it runs.
 */
export function sourceOf(url: string): string {
  return url.slice(top.length).replace(/\.js$/u, '.ts')
}
