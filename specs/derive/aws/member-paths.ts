import { isObject, type Json } from '../../contract/json.ts'

/**
 * The members that a value has at any depth, in the order they first appear: `Policies[].Arn` is the member of
 * every item of a list.
 */
export function memberPaths(value: Json): readonly string[] {
  return [...new Set(pathsBelow(value, ''))]
}

const pathsBelow = (value: Json, path: string): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json) => pathsBelow(item, `${path}[]`))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const here = path === '' ? name : `${path}.${name}`
    return [here, ...pathsBelow(member, here)]
  })
}
