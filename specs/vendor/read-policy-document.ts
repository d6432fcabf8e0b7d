import { isObject, type JsonObject } from '../contract/json.ts'

/** A text in quotes, a sign of structure, or a word without quotes: in a text that is JSON nothing else stands. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu

/**
 * Reads a policy document as services do that take 60 and "60", true and "true" for the same: numbers, booleans and
 * null become the texts that they are written with. Undefined where the text is no JSON object, or where an object has
 * a member twice; with `anyCase`, names that differ in case alone are the same.
 */
export function readPolicyDocument(text: string, anyCase = false): JsonObject | undefined {
  if (!isJson(text)) return undefined
  const found = text.match(tokens) ?? []
  if (hasDoubles(found, anyCase)) return undefined
  const quoted = found.map((token) => (/^["{}[\],:]/u.test(token) ? token : `"${token}"`))
  const document: unknown = JSON.parse(quoted.join(''))
  return isObject(document) ? document : undefined
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const hasDoubles = (found: readonly string[], anyCase: boolean): boolean => {
  const open: Set<string>[] = []
  return found.some((token, at) => {
    if (token === '{' || token === '[') open.push(new Set())
    if (token === '}' || token === ']') open.pop()
    if (found[at + 1] !== ':') return false
    const written = JSON.parse(token) as string
    const name = anyCase ? written.toLowerCase() : written
    const names = open.at(-1)
    return names === undefined || names.size === names.add(name).size
  })
}
