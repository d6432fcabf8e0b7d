import type { Problem } from '../../harness/problem.ts'
import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import { knownVendors, loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Environment } from '../shell/shell.ts'
import { readProfile, type ProfileRead } from './profile-store.ts'
import type { Filled, PlaceOf } from './secrets.ts'

/** What profiles are read with. */
export interface ProfileParts {
  /** whose tools keep them; undefined where nobody says */
  readonly vendor: string | undefined
  readonly environment: Environment
  readonly placeOf: PlaceOf
}

/** A draft as a file could have had it: without the names that credentials were found under, and how long they are good. */
export function withoutOrigins(draft: JsonObject): JsonObject {
  const { accounts } = draft
  if (!isObject(accounts)) return draft
  const plain = Object.entries(accounts).map(([name, principal]) => {
    if (!isObject(principal) || principal['profile'] === undefined) return [name, principal]
    const { profile: _, credentials = {}, ...rest } = principal
    const { expires: __, ...keys } = credentials as JsonObject
    return [name, { ...rest, credentials: keys }]
  })
  return { ...draft, accounts: Object.fromEntries(plain) as JsonObject }
}

/** Puts credentials in the place of `{profile: NAME}`: once, as a run begins. What can not be read is a problem. */
export async function withProfiles(draft: JsonObject, parts: ProfileParts): Promise<Filled> {
  const { accounts } = draft
  if (!isObject(accounts)) return { draft, problems: [] }
  const read = await Promise.all(
    Object.entries(accounts).map(async ([name, principal]) => {
      const profile = profileOf(principal)
      if (profile === undefined || !isObject(principal)) return { name, value: principal }
      const found = await lookUp(profile, parts)
      if (!('says' in found))
        return { name, value: { ...principal, profile, credentials: { ...found } } }
      return { name, value: principal, problem: missing(found, name, parts) }
    }),
  )
  return {
    draft: { ...draft, accounts: Object.fromEntries(read.map(({ name, value }) => [name, value])) },
    problems: read.flatMap(({ problem }) => problem ?? []),
  }
}

const profileOf = (principal: unknown): string | undefined => {
  const credentials = isObject(principal) ? principal['credentials'] : undefined
  const profile = isObject(credentials) ? credentials['profile'] : undefined
  return typeof profile === 'string' ? profile : undefined
}

const lookUp = async (
  profile: string,
  { vendor, environment }: ProfileParts,
): Promise<ProfileRead> => {
  const id = knownVendors.find((known) => known === vendor)
  if (id === undefined) {
    return { says: 'is nobody’s: no vendor is named', hint: 'say whose with vendor: or --vendor' }
  }
  const { credentialStore } = (await loadVendor(id)).profile
  return readProfile({ profile, store: credentialStore, environment })
}

const missing = (
  { says, hint = 'do the vendor’s own tools take it?' }: Exclude<ProfileRead, { secret: string }>,
  name: string,
  { placeOf }: ProfileParts,
): Problem => ({
  code: 'PROFILE_UNREADABLE',
  message: `${placeOf(`/accounts/${name}/credentials/profile`)}: the profile of the ${name} ${says}`,
  hint,
})
