import type { Context } from '../model/decision.ts'
import { ownRulesOf, type OwnOperation } from './own-operation.ts'
import type { Vendor } from './vendor.ts'

/** What of a vendor the model is asked with, beside its numbers: its own rules, and what its organizations' documents say. */
export function modelContextOf(
  vendor: Pick<Vendor, 'dialect' | 'rights'> & { readonly own: readonly OwnOperation[] },
): Pick<Context, 'own' | 'rights'> {
  const { dialect, rights } = vendor
  return {
    own: ownRulesOf(vendor),
    // documents know a command by its operation
    rights: (inside) => rights?.(inside, dialect[inside.command.verb]?.operation ?? ''),
  }
}
