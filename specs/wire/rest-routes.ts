import type { Operation } from '../contract/contract.ts'

/** An operation found by method and path, with the texts of the path's parameters. */
export interface Route {
  readonly operation: Operation
  readonly parameters: Readonly<Record<string, string>>
}

/** Why a path leads nowhere. */
export type RouteProblem = 'wrong-method' | 'unknown-path' | 'malformed-path'

interface Template {
  readonly operation: Operation
  readonly steps: readonly string[]
}

const nameOf = (step: string): string | undefined => /^\{(\w+)\}$/u.exec(step)?.[1]

/** Literals sort before parameters, step by step: where two templates fit, the more literal one is meant. */
const rankOf = ({ steps }: Template): string =>
  steps.map((step) => (nameOf(step) === undefined ? '0' : '1')).join('')

const parametersIn = (
  { steps }: Template,
  path: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  if (steps.length !== path.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, step] of steps.entries()) {
    const name = nameOf(step)
    const given = path[index] ?? ''
    if (name === undefined ? given !== step : given === '') return undefined
    if (name !== undefined) parameters[name] = given
  }
  return parameters
}

const decoded = (path: string): readonly string[] | undefined => {
  try {
    return path.split('/').map((step) => decodeURIComponent(step))
  } catch {
    return undefined
  }
}

/**
 * Finds operations by method and path (without its query). A path that only another method knows is
 * `wrong-method`. Templates must differ in their literals once ranked: the first that fits is taken.
 */
export function router(
  operations: Iterable<Operation>,
): (method: string, path: string) => Route | RouteProblem {
  const templates = [...operations]
    .map((operation) => ({ operation, steps: operation.path.split('/') }))
    .toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1))
  return (method, path) => {
    const steps = decoded(path)
    if (steps === undefined) return 'malformed-path'
    const routes = templates.flatMap((template) => {
      const parameters = parametersIn(template, steps)
      return parameters === undefined ? [] : [{ operation: template.operation, parameters }]
    })
    const known = routes.find(({ operation }) => operation.method === method)
    return known ?? (routes.length > 0 ? 'wrong-method' : 'unknown-path')
  }
}
