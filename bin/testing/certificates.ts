import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Command } from 'commander'

import { resultsText } from '../../reports/results/results-file.ts'
import type { Results } from '../../reports/results/results.ts'
import { certifyCommand } from '../commands/certify.ts'
import { verifyCommand } from '../commands/verify.ts'
import type { Environment, Shell } from '../shell/shell.ts'

/** For tests: a day on which the runs of `embeddedResults` are nine days old. */
export const certifiedOn: number = Date.parse('2026-03-10T12:00:00.000Z')

/** For tests: what a command came to. */
export interface Entered {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** For tests: when a command is entered, and with which variables. */
export interface Entering {
  readonly now?: number
  readonly env?: Environment
}

/** For tests: `orgproof certify` in this process, on a day of the test's choice. */
export async function enterCertify(
  words: readonly string[],
  entering?: Entering,
): Promise<Entered> {
  return await enter(certifyCommand, words, entering)
}

/** For tests: `orgproof verify` likewise. */
export async function enterVerify(words: readonly string[], entering?: Entering): Promise<Entered> {
  return await enter(verifyCommand, words, entering)
}

const enter = async (
  command: (shell: Shell, clock: () => number) => Command,
  words: readonly string[],
  { now = certifiedOn, env = {} }: Entering = {},
): Promise<Entered> => {
  const [out, error]: [string[], string[]] = [[], []]
  const shell: Shell = {
    env,
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => error.push(text) },
    exitCode: 0,
  }
  await command(shell, () => now).parseAsync(words, { from: 'user' })
  return { code: shell.exitCode, out: out.join(''), error: error.join('') }
}

/** For tests: a key in two files. */
export interface KeyFiles {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly privatePath: string
  readonly publicPath: string
}

/** For tests: makes a key of ed25519, and writes its halves into a folder. */
export function writeKey(folder: string, name: string): KeyFiles {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const [privatePath, publicPath] = [join(folder, `${name}.pem`), join(folder, `${name}.pub.pem`)]
  writeFileSync(privatePath, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(publicPath, publicKey.export({ type: 'spki', format: 'pem' }))
  return { privateKey, publicKey, privatePath, publicPath }
}

/** For tests: writes results as a run does, and returns their path. */
export function writeResults(folder: string, name: string, results: Results): string {
  const path = join(folder, name)
  writeFileSync(path, resultsText(results))
  return path
}
