import { homedir } from 'node:os'
import { join } from 'node:path'

import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import type { CredentialStore, UserFile } from '../../specs/vendor/profile.ts'
import type { KeptCredentials } from '../../suites/client/target.ts'
import { parseJson } from '../files/parse-json.ts'
import { readText } from '../files/read-text.ts'
import type { Environment } from '../shell/shell.ts'

/** Credentials, or why there are none, in words for people that quote no file. */
export type ProfileRead = KeptCredentials | { readonly says: string; readonly hint?: string }

/** A profile, and where it is looked for. */
export interface ProfileAsked {
  readonly profile: string
  readonly store: CredentialStore
  readonly environment: Environment
}

/** Bytes of a file of credentials. */
const limit = 256 * 1024

/** Reads the credentials that a vendor's own tools keep under a name. Never rejects. */
export async function readProfile(asked: ProfileAsked): Promise<ProfileRead> {
  const { store, profile } = asked
  if (store.kind === 'sdk') return askSdk(asked, store)
  const path = pathOf(asked, store.files.credentials)
  const read = await readText(path, limit)
  if (!('text' in read)) return { says: `can not be read: ${read.problem.message}` }
  const entries = store.kind === 'ini' ? sectionOf(read.text, profile) : objectIn(read.text)
  if (entries === undefined) return { says: `is not in ${path}` }
  const [accessKey, secret, token] = [
    store.keys.accessKey,
    store.keys.secret,
    store.keys.token,
  ].map((key) => textOf(entries[key]))
  if (accessKey === undefined || secret === undefined) {
    return { says: `lacks ${store.keys.accessKey} or ${store.keys.secret} in ${path}` }
  }
  return { accessKey, secret, ...(token !== undefined && { token }) }
}

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const pathOf = ({ profile, environment }: ProfileAsked, { path, variable }: UserFile): string => {
  const named = variable === undefined ? undefined : environment[variable]
  if (named !== undefined && named !== '') return named
  return join(environment['HOME'] ?? homedir(), path.replace('{profile}', profile))
}

const objectIn = (text: string): JsonObject | undefined => {
  const parsed = parseJson(text)
  return 'value' in parsed && isObject(parsed.value) ? parsed.value : undefined
}

/** The entries of a section; undefined where there is no such section. */
const sectionOf = (text: string, section: string): JsonObject | undefined => {
  const lines = text.split(/\r?\n/u).map((line) => line.trim())
  const start = lines.indexOf(`[${section}]`)
  if (start < 0) return undefined
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('['))
  const own = end < 0 ? rest : rest.slice(0, end)
  return Object.fromEntries(
    own.flatMap((line) => {
      const [, key, value] = /^([^#;=\s]+)\s*=\s*(.*)$/u.exec(line) ?? []
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    }),
  )
}

type SdkStore = Extract<CredentialStore, { readonly kind: 'sdk' }>

/**
 * What the profile itself says, and no other source: a chain would go on to whatever this machine has. Loaded only where a profile of that kind is named: it is large, and not everybody has it.
 */
const askSdk = async (asked: ProfileAsked, { files }: SdkStore): Promise<ProfileRead> => {
  const sdk = await import('@aws-sdk/credential-providers').catch(() => undefined)
  if (sdk === undefined) {
    const hint = 'npm install @aws-sdk/credential-providers'
    return { says: 'is read by a package that is not installed', hint }
  }
  try {
    const found = await sdk.fromIni({
      profile: asked.profile,
      filepath: pathOf(asked, files.credentials),
      configFilepath: pathOf(asked, files.config),
      ignoreCache: true,
    })()
    const {
      accessKeyId: accessKey,
      secretAccessKey: secret,
      sessionToken: token,
      expiration,
    } = found
    return {
      accessKey,
      secret,
      ...(token !== undefined && { token }),
      ...(expiration !== undefined && { expires: expiration.getTime() }),
    }
  } catch (error) {
    // its text may quote what a process or a service said
    return { says: `gives no credentials (${error instanceof Error ? error.name : 'unknown'})` }
  }
}
