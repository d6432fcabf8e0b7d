import { once } from '../../specs/contract/once.ts'
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

/** The harmless call in its variants, and a call that is refused. Each is sent once, when it is first needed. */
export type HarmlessCalls = Readonly<
  Record<
    'first' | 'second' | 'charset' | 'space' | 'query' | 'escape' | 'refused',
    () => Promise<Interaction>
  >
>

/** Opens the calls of an owner; nothing is sent yet. */
export async function openHarmlessCalls(
  context: CaseContext,
  proper: HarmlessCall,
): Promise<HarmlessCalls> {
  const owner = await context.actors.owner()
  const call = (before?: MessageChange): (() => Promise<Interaction>) =>
    once(() => owner.raw({ ...proper, ...(before !== undefined && { before }) }))
  const first = call()
  return {
    first,
    second: call(),
    charset: call(withCharset),
    space: call(withSpace),
    query: call(withQuery),
    escape: call(withEscape),
    refused: once(async () => {
      await owner.getAccount({ account: context.vendor.profile.unknown['account'] ?? '' })
      return context.interactions.at(-1) ?? first()
    }),
  }
}
