import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { createServer, connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { ToolFailed, top } from './run-tool.ts'

/** A third-party endpoint that can be started here, of a fixed version. */
export interface Peer {
  /** with its version: the name of its baseline in reports/baselines/ */
  readonly name: string
  /** the target that ships for it */
  readonly preset: string
  /** in .venv/, made by .ci/run */
  readonly command: string
  readonly words: (port: number) => readonly string[]
  readonly environment: (port: number) => Readonly<Record<string, string>>
}

/** Every one that is judged. */
export const peers: readonly Peer[] = [
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

/**
 * Starts a peer on a free port of the loopback interface, and ends it when `use` is done with its URL. Throws `ToolFailed` when
 * its program is missing, or does not listen within a minute.
 */
export async function withPeer<T>(peer: Peer, use: (endpoint: string) => Promise<T>): Promise<T> {
  const command = join(top, '.venv', peer.command)
  await access(command).catch(() => {
    throw new ToolFailed([command], 'is missing: make the virtual environments as .ci/run does')
  })
  const port = await freePort()
  const env = { ...process.env, ...peer.environment(port) }
  const running = spawn(command, peer.words(port), { stdio: 'ignore', env })
  try {
    await listening(port)
    return await use(`http://127.0.0.1:${port}`)
  } finally {
    running.kill('SIGKILL')
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

/** Waits until somebody listens, up to a minute. */
const listening = async (port: number): Promise<void> => {
  for (let look = 0; look < 300; look += 1) {
    if (await isOpen(port)) return
    await pause(200)
  }
  throw new ToolFailed([`port ${port}`], 'is silent: nobody has listened for a minute')
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((known) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      known(true)
      socket.destroy()
    })
    socket.once('error', () => known(false))
    socket.setTimeout(1000, () => {
      known(false)
      socket.destroy()
    })
  })
