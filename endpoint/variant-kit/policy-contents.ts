import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { LookOutcome, Visit } from '../look.ts'

/** How members are called that hold a policy as a text. */
const holders: ReadonlySet<string> = new Set([
  'Content',
  'PolicyContent',
  'content',
  'policy_content',
])

/** The object with the contents of policies in it written anew; what is no JSON object stays as it is. */
export function rewrittenContents(
  object: JsonObject,
  written: (content: JsonObject) => string,
): JsonObject {
  const members = Object.entries(object).map(([name, value]) => {
    const content = holders.has(name) && typeof value === 'string' ? contentOf(value) : undefined
    return [name, content === undefined ? value : written(content)]
  })
  return Object.fromEntries(members) as JsonObject
}

const contentOf = (text: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Members from the last to the first, each on a line of its own. */
export function spread(content: JsonObject): string {
  return JSON.stringify(reversed(content), null, 2)
}

const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversed)
  if (!isObject(value)) return value
  const members = Object.entries(value).toReversed()
  return Object.fromEntries(members.map(([name, part]) => [name, reversed(part)]))
}

/** A policy of a new organization is created. */
export async function createdPolicy(visit: Visit): Promise<LookOutcome<'createPolicy'>> {
  await founded(visit)
  const content = spaced(policyContent(visit, 'control'))
  return await visit.boss.createPolicy({ name: 'One', type: 'control', description: 'd', content })
}

/** A policy of a new organization is read; it was written with white space, on one line. */
export async function describedPolicy(visit: Visit): Promise<LookOutcome> {
  const { id: policy } = (await createdPolicy(visit)).result
  return await visit.boss.getPolicy({ policy })
}

const spaced = (content: string): string => content.replaceAll(',', ' , ')

/** The content in the body of an answer, as it stands there. */
export function contentIn(body: string): string {
  return /"content":"((?:[^"\\]|\\.)*)"/iu.exec(body)?.[1] ?? ''
}
