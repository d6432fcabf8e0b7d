import type { Fault } from '../../endpoint/fault.ts'
import type { Decision } from '../../specs/model/decision.ts'

/** An endpoint that tells of an operation what it comes to and forgets at once that it was carried out, from the nth call on. */
export function forgetful(operation: string, from = 0): Fault {
  return {
    name: `forgets ${operation}`,
    description: '',
    breaks: {},
    alter: ({ hear, decide }) => {
      let current = ''
      let count = 0
      return {
        hear: (message) => {
          const heard = hear(message)
          current = 'problem' in heard ? '' : heard.operation
          return heard
        },
        decide: (world, command, context) => {
          const decision = decide(world, command, context)
          if (current !== operation || !hasChanges(decision)) return decision
          count += 1
          return count > from ? { ...decision, changes: {} } : decision
        },
      }
    },
  }
}

const hasChanges = (decision: Decision): decision is Decision & { readonly changes: object } =>
  'changes' in decision && Object.keys(decision.changes).length > 0
