import { isObject, type JsonObject } from '../contract/json.ts'

/** What a word without quotes ends at. */
const ends = /[\s{}[\],:"]/u

/** No policy nests deeper: what does would exhaust the stack of whoever walks through it. */
const deepest = 64

/**
 * Reads a policy document as services do that take 60 and "60", true and "true" for the same: numbers, booleans and
 * null become the texts that they are written with. Undefined where the text is no JSON object, nests deeper than any
 * policy, or has an object with a member twice; with `anyCase`, names that differ in case alone are the same.
 */
export function readPolicyDocument(text: string, anyCase = false): JsonObject | undefined {
  if (!isJson(text)) return undefined
  const found = tokensOf(text)
  if (depthOf(found) > deepest || hasDoubles(found, anyCase)) return undefined
  const quoted = found.map((token) => (/^["{}[\],:]/u.test(token) ? token : `"${token}"`))
  const document: unknown = JSON.parse(quoted.join(''))
  return isObject(document) ? document : undefined
}

/**
 * The texts in quotes, the signs of structure and the words without quotes: in a text that is JSON nothing else stands.
 * A loop, because a regular expression exhausts the stack on one text of sixteen million characters.
 */
const tokensOf = (text: string): readonly string[] => {
  const found: string[] = []
  let at = 0
  while (at < text.length) {
    const end = endOf(text, at)
    const token = text.slice(at, end)
    if (token.trim() !== '') found.push(token)
    at = end
  }
  return found
}

const endOf = (text: string, start: number): number => {
  let at = start + 1
  if (text[start] === '"') {
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    return at + 1
  }
  if (ends.test(text.charAt(start))) return at
  while (at < text.length && !ends.test(text.charAt(at))) at += 1
  return at
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** How deep objects and lists are at most. */
const depthOf = (found: readonly string[]): number => {
  let [depth, most] = [0, 0]
  for (const token of found) {
    if (token === '{' || token === '[') depth += 1
    if (token === '}' || token === ']') depth -= 1
    most = Math.max(most, depth)
  }
  return most
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
