import type { IdKind } from '../../specs/model/decision.ts'
import { newId } from '../../specs/vendor/new-id.ts'
import type { AlterVaried } from './rewriting.ts'

/** Makes the ids of some kinds by other templates than the vendor's usual ones (new-id.ts has the grammar). */
export function idsWith(templates: Readonly<Partial<Record<IdKind, string>>>): AlterVaried {
  return ({ decide }, { random }) => ({
    decide: (world, command, context) =>
      decide(world, command, {
        ...context,
        newId: (kind, within) => {
          const template = templates[kind]
          return template === undefined
            ? context.newId(kind, within)
            : newId(template, random, within)
        },
      }),
  })
}
