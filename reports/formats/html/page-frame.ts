import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The page without its data is built beside this file. */
const built = new URL('page.html', import.meta.url)

/** Of the sources a program of its own makes it: reports are written at once, and a bundler works by and by. */
const bundler = new URL('../../../bin/scripts/print-page.ts', import.meta.url)

let frame: string | undefined

/**
 * The page of a run without its data. A program that runs from its sources bundles it when it is first needed, so that it
 * is never older than they are. Throws when it is not there, or can not be bundled.
 */
export function pageFrame(): string {
  frame ??= import.meta.url.endsWith('.js') ? readFileSync(built, 'utf8') : bundled()
  return frame
}

const bundled = (): string => {
  const words = ['--import', 'tsx', fileURLToPath(bundler)]
  const top = fileURLToPath(new URL('../../../', import.meta.url))
  const { status, stdout, stderr } = spawnSync('node', words, {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`the page of a run can not be bundled: ${stderr}`)
  return stdout
}
