import { spawn, type ChildProcess } from 'node:child_process'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { createServer, connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { afterEach, expect, test } from 'vitest'

/** Third-party endpoints, started for real: each must answer exactly as its committed baseline says. */

interface Peer {
  readonly name: string
  readonly preset: string
  /** in .venv/, made by .ci/run */
  readonly command: string
  readonly words: (port: number) => readonly string[]
  readonly environment: (port: number) => Readonly<Record<string, string>>
}

const peers: readonly Peer[] = [
  {
    name: 'moto-5.2.5',
    preset: 'moto',
    command: 'moto/bin/moto_server',
    words: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    environment: () => ({}),
  },
  {
    name: 'ministack-1.5.33',
    preset: 'ministack',
    command: 'ministack/bin/ministack',
    words: () => [],
    environment: (port) => ({ BIND_HOST: '127.0.0.1', GATEWAY_PORT: String(port) }),
  },
]

const top = fileURLToPath(new URL('..', import.meta.url))
let peer: ChildProcess | undefined
afterEach(() => void peer?.kill('SIGKILL'))

test.each(peers)('$name answers as it did', async ({ name, preset, ...how }) => {
  const command = join(top, '.venv', how.command)
  await access(command).catch(() => {
    throw new Error(`${command} is missing: make the virtual environments as .ci/run does`)
  })
  const port = await freePort()
  const env = { ...process.env, ...how.environment(port) }
  peer = spawn(command, how.words(port), { stdio: 'ignore', env })
  await listening(port)
  const out = await mkdtemp(join(tmpdir(), 'orgproof-peer-'))
  const endpoint = `http://127.0.0.1:${port}`
  const asked = ['run', '--vendor', 'aws', '--endpoint', endpoint, '--target', preset, '--out', out]
  expect((await orgproof(asked)).exit, 'an honest verdict, no breakdown').toBeLessThan(3)
  const baseline = join(top, 'reports', 'baselines', `${name}.json`)
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

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

/** Waits until somebody listens, up to a minute. */
async function listening(port: number): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const open = await new Promise<boolean>((known) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => known(true)).once('error', () => known(false))
      socket.once('close', () => {}).setTimeout(1000, () => socket.destroy())
      socket.once('connect', () => socket.destroy())
    })
    if (open) return
    await pause(200)
  }
  throw new Error(`nobody listens on ${port}`)
}
