import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import { Unreadable, type Lens } from '../../specs/vendor/lens.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Prerequisites } from './prerequisites.ts'

/**
 * An input after one of its values was chosen anew, with those that must agree with it: the document of a
 * policy fits its type, the id of a party its kind. It works on the neutral arguments of a verb, so it holds for every vendor.
 */
export async function consistentInput(
  { vendor, operation }: { readonly vendor: Vendor; readonly operation: string },
  prerequisites: Prerequisites,
  input: JsonObject,
): Promise<JsonObject> {
  const verb = verbOf(vendor.dialect, operation)
  const row = verb === undefined ? undefined : vendor.dialect[verb]
  if (row === undefined) return input
  const lens = row.args as Lens<Readonly<Record<string, unknown>>>
  const args = readable(lens, input)
  if (args === undefined) return input
  const fitting = { ...documentFor(vendor, args), ...(await partyFor(args, prerequisites)) }
  if (Object.keys(fitting).length === 0) return input
  const written = lens.write({ ...args, ...fitting })
  return isObject(written) ? written : input
}

/** Several verbs may share an operation: the first of them need not be the one that the input is for. */
const readable = <T>(lens: Lens<T>, input: JsonObject): T | undefined => {
  try {
    return lens.read(input)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

const documentFor = (
  { profile }: Vendor,
  { type, content }: Readonly<Record<string, unknown>>,
): { readonly content?: string } => {
  const fitting = profile.policyContents[type as PolicyType]?.[0]
  return typeof content === 'string' && fitting !== undefined ? { content: fitting } : {}
}

const partyFor = async (
  { target }: Readonly<Record<string, unknown>>,
  prerequisites: Prerequisites,
): Promise<{ readonly target?: JsonObject }> => {
  if (!isObject(target) || target['kind'] !== 'email') return {}
  const id: Json = await prerequisites.field('fresh', 'email')
  return { target: { ...target, id } }
}
