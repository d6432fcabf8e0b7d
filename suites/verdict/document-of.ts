import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import type { PolicyDocuments, Profile } from '../../specs/vendor/profile.ts'

/**
 * What a JSON text says, so that two spellings of one document compare as equal; the text itself when it is no
 * JSON, so that the difference shows. With the profile, the spellings are those of the vendor's policies, too.
 */
export function documentOf(
  text: string | undefined,
  { policyDocuments }: Pick<Profile, 'policyDocuments'> = {},
): unknown {
  if (text === undefined) return undefined
  try {
    const document = JSON.parse(text) as Json
    return isPolicy(document) && policyDocuments !== undefined
      ? spelledOut(document, policyDocuments)
      : document
  } catch {
    return text
  }
}

const isPolicy = (document: Json): document is JsonObject =>
  isObject(document) && document['Statement'] !== undefined

/** A document as the vendor means it: one statement is a list of one, and what may be left out or shortened is written. */
const spelledOut = (
  document: JsonObject,
  { defaultVersion, accountPrincipal }: PolicyDocuments,
): JsonObject => {
  const shortened = (principal: Json): Json => {
    if (typeof principal === 'string') return accountIn(principal, accountPrincipal)
    if (Array.isArray(principal)) return principal.map((one: Json) => shortened(one))
    if (!isObject(principal)) return principal
    return Object.fromEntries(
      Object.entries(principal).map(([kind, one]) => [kind, shortened(one)]),
    )
  }
  return {
    ...document,
    Version: document['Version'] ?? defaultVersion,
    Statement: [document['Statement'] ?? []]
      .flat()
      .map((statement: Json) =>
        isObject(statement) && statement['Principal'] !== undefined
          ? { ...statement, Principal: shortened(statement['Principal']) }
          : statement,
      ),
  }
}

/** The account that a principal stands for; any other principal as it is. */
const accountIn = (principal: string, form: string): string => {
  const [before = '', after = ''] = form.split('{account}')
  const isForm = principal.startsWith(before) && principal.endsWith(after)
  return isForm ? principal.slice(before.length, principal.length - after.length) : principal
}
