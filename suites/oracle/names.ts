/** What the model calls things, and what the target calls the same things: learned from its answers. */
export interface Names {
  /** what the target calls it; undefined where no answer told it yet */
  readonly real: (model: string) => string | undefined
  /** what the model calls it */
  readonly model: (real: string) => string | undefined
  /** what the target calls the things that are known */
  readonly reals: () => readonly string[]
  /** Both are one thing from now on; false where one of them is something else already. */
  readonly bind: (model: string, real: string) => boolean
  /** It is called so from now on, and others may be; false where it is called otherwise already. */
  readonly tell: (model: string, real: string) => boolean
  readonly fork: () => Fork<Names>
}

/** A trial of what is learned: it is known to the rest only once it is kept. */
export interface Fork<T> {
  readonly trial: T
  readonly keep: () => void
}

/** No thing is known by any name. */
export function openNames(): Names {
  return layerOver().names
}

interface Layer {
  readonly names: Names
  /** takes what is new in them over into others */
  readonly keep: (others: Names) => void
}

/** Names over others, and those that are new in them: not one that was told twice, and not the same. */
const layerOver = (below?: Names): Layer => {
  const there = new Map<string, string>()
  const back = new Map<string, string>()
  const torn = new Set<string>()
  const shared = new Set<string>()
  const names: Names = {
    real: (model) => there.get(model) ?? below?.real(model),
    model: (real) => back.get(real) ?? below?.model(real),
    reals: () => [...(below?.reals() ?? []), ...back.keys()],
    bind: (model, real) => {
      const [bound, taken] = [names.real(model), names.model(real)]
      if (bound === undefined && taken === undefined) {
        there.set(model, real)
        back.set(real, model)
        return true
      }
      const isOne = bound === real && taken === model
      if (!isOne) torn.add(model)
      return isOne
    },
    tell: (model, real) => {
      const told = names.real(model)
      if (told !== undefined) return told === real
      there.set(model, real)
      shared.add(model)
      if (names.model(real) === undefined) back.set(real, model)
      return true
    },
    fork: () => {
      const { names: trial, keep } = layerOver(names)
      return { trial, keep: () => keep(names) }
    },
  }
  return { names, keep: (others) => takeOver(others, { there, shared, torn }) }
}

interface Fresh {
  readonly there: ReadonlyMap<string, string>
  readonly shared: ReadonlySet<string>
  readonly torn: ReadonlySet<string>
}

const takeOver = (others: Names, { there, shared, torn }: Fresh): void => {
  for (const [model, real] of there) {
    if (shared.has(model)) others.tell(model, real)
    else if (!torn.has(model)) others.bind(model, real)
  }
}
