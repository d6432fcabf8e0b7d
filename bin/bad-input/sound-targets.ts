import type { JsonObject } from '../../specs/contract/json.ts'
import { planted } from './bad-input.ts'

/** Credentials with secrets that no output may hold. */
export const credentials: JsonObject = {
  accessKey: 'AKID',
  secret: planted,
  token: `${planted}-token`,
}
/** An account with them. */
export const principal: JsonObject = {
  account: '111111111111',
  credentials,
  email: 'a@example.org',
}

/** Targets with which nothing is wrong. */
export const sound: Readonly<Record<string, JsonObject>> = {
  any: {
    name: 'mine',
    vendor: 'aws',
    endpoint: 'http://127.0.0.1:1',
    region: 'us-east-1',
    accounts: { mode: 'any', by: { header: 'x-account' }, credentials, management: '1' },
    absent: { tags: 'not built' },
    limits: { unitDepth: 3 },
    paths: { ListRoots: '/roots' },
    members: 'invited',
    concurrency: 2,
    deadline: 100,
    consistency: 'eventual',
    patience: { creation: 60, closing: 60, listing: 5 },
    readOnly: true,
  },
  fixed: {
    preset: 'moto',
    endpoint: 'http://127.0.0.1:1',
    accounts: {
      mode: 'fixed',
      management: principal,
      member: principal,
      delegatedAdministrator: principal,
      ground: 'r-1',
    },
    identityEndpoint: 'http://127.0.0.1:1',
    permitted: { accounts: ['111111111111'], organizations: ['o-1'] },
  },
  single: {
    preset: 'moto',
    endpoint: 'http://127.0.0.1:1',
    accounts: { mode: 'single', management: principal, ground: 'r-1' },
    permitted: { accounts: ['111111111111'], organizations: ['o-1'] },
  },
}
