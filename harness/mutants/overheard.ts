import type { Fault } from '../../endpoint/fault.ts'
import type { Steps } from '../../endpoint/steps.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import type { Random } from '../../specs/vendor/new-id.ts'
import type { ErrorAnswer, Heard, Message, WireProblem } from '../../specs/wire/wire.ts'
import { seedOf } from '../../suites/case/seed-of.ts'
import { randomFrom } from '../../suites/client/random.ts'
import type { Passed } from './message-line.ts'

/** What an endpoint makes of a message before it decides, as the right one did. */
export interface Overheard {
  sender?: Awaited<ReturnType<Steps['verify']>>
  heard?: Heard | WireProblem
  /** what the contract says of its input; `none` when it was not asked */
  problem?: ReturnType<Steps['check']> | 'none'
  /** what it answered, or why not */
  output?: JsonObject
  error?: ErrorAnswer | undefined
}

/** What was overheard, by message. */
export type Notes = WeakMap<Message, Overheard>

/** Chance that begins anew with every message, so that a message draws the same whichever were left out before it. */
export interface Draws {
  readonly random: Random
  readonly begin: (message: Message) => void
}

/** Chance for one case: by the place of a message among those that passed. */
export function drawsOf(name: string, passed: readonly Passed[]): Draws {
  const own = seedOf(1, name)
  let random = randomFrom(own)
  return {
    begin: (message) => {
      const index = passed.findIndex((one) => one.message === message)
      random = randomFrom(seedOf(own, passed[index]?.place ?? String(index)))
    },
    random: () => random(),
  }
}

/** What is to be changed of the steps, on top of what a fault changes. */
export type Around = (steps: Steps) => Partial<Steps>

/** A fault that is no more than these steps around another one, or around the right ones. */
export function around(fault: Fault | undefined, steps: Around): Fault {
  return {
    name: fault?.name ?? 'none',
    description: '',
    breaks: {},
    alter: (right, vendor) => {
      const altered = { ...right, ...fault?.alter(right, vendor) }
      return { ...altered, ...steps(altered) }
    },
  }
}

/** Takes notes of what is made of each message; every one draws its own chance. */
export function listening(notes: Notes, draws: Draws): Around {
  let current: Overheard = {}
  const noteOf = (message: Message): Overheard => {
    const note = notes.get(message) ?? {}
    notes.set(message, note)
    return note
  }
  return ({ verify, hear, check, write, explain }) => ({
    verify: async (message, serving) => {
      const sender = await verify(message, serving)
      current = noteOf(message)
      current.sender = sender
      draws.begin(message)
      return sender
    },
    hear: (message) => {
      draws.begin(message)
      current = noteOf(message)
      current.problem = 'none'
      current.heard = hear(message)
      return current.heard
    },
    check: (heard, original) => (current.problem = check(heard, original)),
    write: (output, heard) => (current.output = write(output, heard)),
    explain: (refused) => (current.error = explain(refused)),
  })
}

/** Makes of each message what was noted of it, and draws its chance. */
export function remembering(notes: Notes, draws: Draws): Around {
  let current: Overheard = {}
  return ({ verify, hear, check }) => ({
    verify: async (message, serving) => {
      const sender = notes.get(message)?.sender ?? (await verify(message, serving))
      draws.begin(message)
      return sender
    },
    hear: (message) => {
      draws.begin(message)
      current = notes.get(message) ?? {}
      return current.heard ?? hear(message)
    },
    check: (heard, original) =>
      'problem' in current && current.problem !== 'none' ? current.problem : check(heard, original),
  })
}

/** Whether the right endpoint got as far as to decide it. */
export function wasDecided({ problem, heard }: Overheard = {}): boolean {
  return heard !== undefined && !('problem' in heard) && problem === undefined
}
