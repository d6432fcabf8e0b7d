import type { Context, IdKind } from '../../specs/model/decision.ts'
import type { World } from '../../specs/model/world.ts'
import { certainOf } from './certain.ts'
import { furnished } from './furnished.ts'
import { predict, ruledWorlds, type Asking, type Meant, type Prediction } from './predict.ts'
import type { Standing } from './standing.ts'

/** What is known of a world in which something may stand that nobody read. */
interface Known {
  readonly world: World
  readonly standing?: Standing
}

/** What a call comes to, or may come to. */
export interface Foreseen {
  readonly prediction: Prediction
  /** something that stood before, and that nobody read, may bring it to something else */
  readonly isOpen: boolean
}

/** Everything that a call may come to by the rules, as far as they leave that open: the strictest reading first. */
export function* foreseen(known: Known, meant: Meant, asking: Asking): Generator<Foreseen> {
  for (const { world, rules } of ruledWorlds(known.world, asking)) {
    const context = { ...asking, rules }
    yield known.standing === undefined
      ? { prediction: predict(world, meant, context), isOpen: false }
      : inEither({ world, standing: known.standing }, meant, context)
  }
}

/** What it comes to if nothing stands there but what was read, as far as it comes to the same if much else does. */
const inEither = (
  { world, standing }: Required<Known>,
  meant: Meant,
  context: Context,
): Foreseen => {
  const { newId, repeat } = repeating(context.newId)
  const prediction = predict(world, meant, { ...context, newId })
  const { rules, now } = context
  const rights =
    context.rights &&
    ((): 'denied' | 'granted' => (prediction.kind === 'done' ? 'denied' : 'granted'))
  const other = predict(furnished(world, { standing, rules, now }), meant, {
    ...context,
    newId: repeat,
    ...(rights && { rights }),
  })
  if (prediction.kind === 'refused') {
    const isOpen = other.kind === 'done' || other.refusal !== prediction.refusal
    return { prediction, isOpen }
  }
  if (other.kind === 'refused') return { prediction, isOpen: true }
  return { prediction: common(prediction, other), isOpen: false }
}

type Done = Extract<Prediction, { readonly kind: 'done' }>

const common = (one: Done, other: Done): Done => {
  const { value: output, openLists } = certainOf(one.output, other.output)
  const [page, beside] = [one.page, other.page]
  return {
    ...one,
    output,
    openLists,
    ...(page && beside && { page: (count) => certainOf(page(count), beside(count)).value }),
  }
}

/** Ids, and the same ones again for whoever makes the same things. */
const repeating = (
  plain: Context['newId'],
): { readonly newId: Context['newId']; readonly repeat: Context['newId'] } => {
  const made: [IdKind, string][] = []
  return {
    newId: (kind, within) => {
      const id = plain(kind, within)
      made.push([kind, id])
      return id
    },
    repeat: (kind, within) => {
      const index = made.findIndex(([one]) => one === kind)
      const [again] = index < 0 ? [] : made.splice(index, 1)
      return again?.[1] ?? plain(kind, within)
    },
  }
}
