import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { peers, withPeer } from './scripts/peers.ts'

/** Third-party endpoints, started for real: each must answer exactly as its committed baseline says. */

const top = fileURLToPath(new URL('..', import.meta.url))

test.concurrent.each(peers)('$name answers as it did', async (peer) => {
  const out = await mkdtemp(join(tmpdir(), 'orgproof-peer-'))
  await withPeer(peer, async (endpoint) => {
    const words = ['--vendor', 'aws', '--endpoint', endpoint, '--target', peer.preset, '--out', out]
    const { exit, said } = await orgproof(['run', ...words])
    expect(exit, `an honest verdict, no breakdown: ${said}`).toBeLessThan(3)
  })
  const baseline = join(top, 'reports', 'baselines', `${peer.name}.json`)
  const check = ['baseline', 'check', join(out, 'results.json'), '--against', baseline]
  const { exit, said } = await orgproof(check)
  expect(exit, said).toBe(0)
  await rm(out, { recursive: true, force: true })
})

/** Runs the built command line. */
async function orgproof(words: readonly string[]): Promise<{ exit: number; said: string }> {
  const entry = join(top, 'dist', 'bin', 'orgproof.js')
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const exit = await new Promise<number>((ended) => child.once('close', (code) => ended(code ?? 3)))
  return { exit, said: said.slice(-4000) }
}
