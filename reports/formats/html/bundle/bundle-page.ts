import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

import { filledIn } from '../filled-in.ts'

const page = new URL('../page/', import.meta.url)

/** The parts of the style, each of which may change what the ones before it said. */
const styles = [
  'colours',
  'base',
  'summary',
  'mend',
  'finding',
  'coverage',
  'checks',
  'lines',
  'dialog',
  'narrow',
]

/**
 * The page of a run as one file without its data: script and style stand in it, and it runs and shows nothing else.
 * Rejects when a source of it can not be read or bundled.
 */
export async function bundlePage(): Promise<string> {
  const frame = await readFile(new URL('page.html', page), 'utf8')
  const parts = styles.map((name) => readFile(new URL(`style/${name}.css`, page), 'utf8'))
  const style = (await Promise.all(parts)).join('\n')
  const script = await bundledScript()
  return filledIn(frame, {
    style,
    'style hash': hashOf(style),
    script,
    'script hash': hashOf(script),
  })
}

const bundledScript = async (): Promise<string> => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('main.tsx', page)),
    cwd: fileURLToPath(page),
    tsconfig: fileURLToPath(new URL('tsconfig.json', page)),
    platform: 'browser',
  })
  const { output } = await bundle.generate({ format: 'es', minify: true })
  await bundle.close()
  // as text of an element nothing in it may end that element
  return output[0].code.replaceAll('</script', String.raw`<\/script`)
}

/** What a policy of the page names: it alone may run, or give the page its look. */
const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`
