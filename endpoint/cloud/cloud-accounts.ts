import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'
import type { Credentials } from '../../specs/wire/wire.ts'
import { delegates } from './delegates.ts'

/** The parts that accounts of a cloud play. */
export const cloudRoles = [
  'management',
  'member',
  'invitee',
  'outsider',
  'delegatedAdministrator',
] as const

export type CloudRole = (typeof cloudRoles)[number]

/** An account of a cloud: nobody knows the keys of any other. */
export interface CloudAccount {
  readonly role: CloudRole
  readonly account: string
  /** keys that do not expire */
  readonly credentials: Credentials
}

/** The accounts whose keys are known: those that every organization begins with, and a delegate where the vendor has any. */
export function cloudAccounts(vendor: Vendor): readonly CloudAccount[] {
  return cloudRoles
    .filter((role) => role !== 'delegatedAdministrator' || delegates(vendor))
    .map((role) => {
      const account = vendor.mintAccount(BigInt(cloudRoles.indexOf(role)))
      return { role, account, credentials: { accessKey: account, secret: secretOf(account) } }
    })
}

/** How long sessions are good that were opened at a time, in milliseconds. */
export interface SessionLife {
  readonly openedAt: number
  readonly life: number
}

/** Temporary keys of an account: whoever opens a session later gets others. */
export function sessionOf(
  { account }: Pick<CloudAccount, 'account'>,
  opened: SessionLife,
): Credentials {
  const ends = opened.openedAt + opened.life
  const seal = sha256Hex(`${account} ${ends} session`)
  const token = `cloud-${ends}-${seal}`
  return { accessKey: account, secret: sha256Hex(`secret of ${token}`), token }
}

/** The temporary keys that a token is of, and when they end, in milliseconds since 1970; undefined for a token of nobody's. */
export function sessionBy(
  account: string,
  token: string,
): { readonly credentials: Credentials; readonly ends: number } | undefined {
  const [, digits] = /^cloud-(\d{1,16})-[0-9a-f]{64}$/u.exec(token) ?? []
  if (digits === undefined) return undefined
  const ends = Number(digits)
  const credentials = sessionOf({ account }, { openedAt: ends, life: 0 })
  return credentials.token === token ? { credentials, ends } : undefined
}

const secretOf = (account: string): string => sha256Hex(`secret of ${account}`).slice(0, 40)
