import { once } from '../../specs/contract/once.ts'
import type { Actor } from '../actors/actor.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Interaction } from '../client/interaction.ts'
import {
  withCharset,
  withEscape,
  withQuery,
  withSpace,
  type MessageChange,
} from './message-changes.ts'
import type { HarmlessCall } from './proper-call.ts'
import { callerOf } from './send-spoiled-calls.ts'

/** The harmless call in its variants, and a call that is refused. Each is sent once, when it is first needed. */
export type HarmlessCalls = Readonly<
  Record<
    'first' | 'second' | 'charset' | 'space' | 'query' | 'escape' | 'refused',
    () => Promise<Interaction>
  >
>

/** Opens the calls; nothing is sent yet. Where a call can be made only once, everybody makes one, and the first another. */
export function openHarmlessCalls(context: CaseContext, proper: HarmlessCall): HarmlessCalls {
  const firstCaller = once(() => callerOf(context, proper))
  const callerOfNext = proper.once === true ? () => callerOf(context, proper) : firstCaller
  const callOf = (caller: () => Promise<Actor>, before?: MessageChange) =>
    once(async () => {
      const actor = await caller()
      return actor.raw({ ...proper, ...(before !== undefined && { before }) })
    })
  const call = (before?: MessageChange) => callOf(callerOfNext, before)
  const first = callOf(firstCaller)
  return {
    first,
    second: call(),
    charset: call(withCharset),
    space: call(withSpace),
    query: call(withQuery),
    escape: call(withEscape),
    refused: once(async () => {
      await first()
      const caller = await firstCaller()
      if (proper.once === true) return caller.raw(proper)
      await caller.getAccount({ account: context.vendor.profile.unknown['account'] ?? '' })
      return context.interactions.at(-1) ?? first()
    }),
  }
}
