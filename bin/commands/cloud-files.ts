import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { cloudAccounts, sessionOf } from '../../endpoint/cloud/cloud-accounts.ts'
import type { CredentialStore } from '../../specs/vendor/profile.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Credentials } from '../../specs/wire/wire.ts'
import type { CloudOrder } from '../options/read-cloud.ts'

/** The variables that hold the keys of a cloud's accounts, as its target file names them; or the place of its profiles. */
export function cloudEnvironment(
  vendor: Vendor,
  { sessions }: Pick<CloudOrder, 'sessions'>,
): Readonly<Record<string, string>> {
  if (sessions !== undefined)
    return placeOf(vendor.profile.credentialStore, sessions.folder).variables
  return Object.fromEntries(
    cloudAccounts(vendor).flatMap(({ role, credentials }) => [
      [`${variableOf(role)}_KEY`, credentials.accessKey],
      [`${variableOf(role)}_SECRET`, credentials.secret],
    ]),
  )
}

/** What the target file of a cloud says besides what every cloud of its vendor is. */
export interface CloudTargetParts extends Pick<CloudOrder, 'sessions'> {
  /** the id of its organization; nobody may write there when absent */
  readonly organization?: string
}

/** The target file of a cloud, as JSON: its accounts may be written as, in its organization. */
export function cloudTarget(
  vendor: Vendor,
  url: URL,
  { sessions, organization }: CloudTargetParts,
): string {
  const accounts = cloudAccounts(vendor)
  const principals = accounts.map(({ role, account }) => {
    const variable = variableOf(role)
    const keys = { accessKey: `env:${variable}_KEY`, secret: `env:${variable}_SECRET` }
    const credentials = sessions === undefined ? keys : { profile: role }
    return [role, { account, credentials }] as const
  })
  const { limits } = vendor.referenceEndpoint
  const target = {
    name: 'cloud',
    vendor: vendor.id,
    endpoint: url.origin,
    identityEndpoint: url.origin,
    accounts: { mode: 'fixed', ...Object.fromEntries(principals) },
    permitted: {
      accounts: accounts.map(({ account }) => account),
      organizations: organization === undefined ? [] : [organization],
    },
    ...(limits && { limits }),
    consistency: 'eventual',
  }
  return `${JSON.stringify(target, null, 2)}\n`
}

/**
 * Writes temporary keys of every account where the vendor's own tools keep theirs, good from `now` on, in milliseconds. Whoever
 * reads meanwhile finds the old ones. Throws the system's error when that can not be written.
 */
export function writeSessions(
  vendor: Vendor,
  { folder, life }: NonNullable<CloudOrder['sessions']>,
  now: number,
): void {
  const { credentialStore: store } = vendor.profile
  const { path } = placeOf(store, folder)
  const sessions = cloudAccounts(vendor).map((account) => ({
    profile: account.role,
    keys: entriesOf(store, sessionOf(account, { openedAt: now, life })),
  }))
  if (store.kind !== 'json') return replace(path, sessions.map(sectionOf).join('\n'))
  for (const { profile, keys } of sessions) {
    replace(path.replace('{profile}', profile), `${JSON.stringify(keys, null, 2)}\n`)
  }
}

const variableOf = (role: string): string =>
  `CLOUD_${role.replaceAll(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase()}`

/** Where keys are kept in a folder, and what tells the vendor's tools so. */
const placeOf = ({ files }: CredentialStore, folder: string) => {
  const { path, variable } = files.credentials
  if (variable === undefined) return { path: join(folder, path), variables: { HOME: folder } }
  const own = join(folder, basename(path))
  return { path: own, variables: { [variable]: own } }
}

const ofSdk = {
  accessKey: 'aws_access_key_id',
  secret: 'aws_secret_access_key',
  token: 'aws_session_token',
} as const

const entriesOf = (store: CredentialStore, credentials: Credentials) => {
  const names = store.kind === 'sdk' ? ofSdk : store.keys
  return {
    [names.accessKey]: credentials.accessKey,
    [names.secret]: credentials.secret,
    [names.token]: credentials.token ?? '',
  }
}

interface Session {
  readonly profile: string
  readonly keys: Readonly<Record<string, string>>
}

const sectionOf = ({ profile, keys }: Session): string =>
  `[${profile}]\n${Object.entries(keys)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')}`

const replace = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
