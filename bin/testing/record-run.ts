import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { openFacade } from '../../endpoint/facade.ts'
import { startServer } from '../../endpoint/server.ts'
import { exitCodes } from '../../harness/problem.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Answer, Message } from '../../specs/wire/wire.ts'
import { program } from './program.ts'

/** For tests: a request that names an operation, and what it was answered. */
export interface Recorded {
  readonly operation: string
  readonly request: Pick<Message, 'method' | 'path' | 'headers' | 'body'>
  readonly answer: Answer
  /** it was carried out: the answer is no refusal */
  readonly output: boolean
}

/** A run that ends with one of these, or with 0, says what it found. */
const verdicts: readonly unknown[] = [exitCodes.nonconformant, exitCodes.incomplete]

/**
 * For tests: what a run of the whole suite hears from the embedded endpoint, a few answers of each make, with the requests
 * that got them. Rejects when the run breaks down: what the endpoint is worth is not asked here.
 */
export async function recordRun(vendor: Vendor): Promise<readonly Recorded[]> {
  const recorded = new Map<string, Recorded[]>()
  const endpoint = await serveRecorded(vendor, (one) => {
    const make = makeOf(one)
    const alike = recorded.get(make) ?? []
    if (alike.length < enough) recorded.set(make, [...alike, one])
  })
  const out = await mkdtemp(join(tmpdir(), 'orgproof-recorded-'))
  const target = ['--endpoint', endpoint.url.origin, '--target', 'reference', '--out', out]
  try {
    const words = [program, 'run', '--vendor', vendor.id, ...target]
    await promisify(execFile)(process.execPath, words, { maxBuffer: 64 * 1024 ** 2 }).catch(
      (error: { readonly code?: unknown }) => {
        if (!verdicts.includes(error.code)) throw error
      },
    )
  } finally {
    await endpoint.close()
    await rm(out, { recursive: true, force: true })
  }
  return [...recorded.values()].flat()
}

/** Answers of one make that are kept: they differ in names and times alone. */
const enough = 5

/** An answer without its values: which members it has, and of which types they are. */
const makeOf = ({ operation, answer: { status, headers, body } }: Recorded): string => {
  const shape = body.replaceAll(/"(?:[^"\\]|\\.)*"(?!\s*:)/gu, '""').replaceAll(/\d+/gu, '0')
  return JSON.stringify([operation, status, headers['content-type'], shape])
}

const serveRecorded = async (vendor: Vendor, record: (one: Recorded) => void) => {
  const { deliver, ...facade } = openFacade(vendor, { clock: Date.now, random: Math.random })
  const { bodyLimit: limit } = vendor.protocol
  const recording = {
    ...facade,
    ...(limit !== undefined && { limit }),
    deliver: async (message: Message) => {
      const delivered = await deliver(message)
      const one = recordedOf(vendor, message, delivered.answer)
      if (one !== undefined) record(one)
      return delivered
    },
  }
  return await startServer(recording, { port: 0, clock: Date.now })
}

/** Nothing where no operation is meant: a contract says nothing of it. */
const recordedOf = (
  { contract, wire }: Vendor,
  { method, path, headers, body }: Message,
  answer: Answer,
): Recorded | undefined => {
  const request = { method, path, headers, body }
  const heard = wire.hear(request)
  const operation = 'problem' in heard ? undefined : contract.operations.get(heard.operation)
  if (operation === undefined) return undefined
  const output = wire.decode(operation, answer).kind === 'output'
  return { operation: operation.name, request, answer, output }
}
