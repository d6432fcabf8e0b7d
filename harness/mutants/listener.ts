import type { Fault } from '../../endpoint/fault.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { start } from '../selftest/shared-clock.ts'
import type { EndpointModules } from './endpoint-code.ts'
import type { Listener } from './message-line.ts'
import { around, type Around, type Draws } from './overheard.ts'
import type { Switchboard } from './switchboard.ts'

/** An endpoint that can be opened as often as somebody wants a new one. */
export interface Opened {
  readonly modules: Pick<EndpointModules, 'openFacade'>
  readonly vendor: Vendor
  readonly board: Switchboard
  readonly fault?: Fault
}

/** How an endpoint is opened: by which time and chance, and with which steps around its own. */
export interface Opening {
  readonly clock: () => number
  readonly draws: Draws
  readonly steps: Around
}

/** Opens an endpoint with an empty world; where it does not start, nobody is there to answer. */
export function listenerFor(opened: Opened, { clock, draws, steps }: Opening): Listener {
  const { modules, vendor, board, fault } = opened
  const limit = vendor.protocol.bodyLimit
  const options = { clock, random: draws.random, fault: around(fault, steps) }
  const rest = { clock, limit, isCaught: board.isCaught }
  try {
    return { facade: modules.openFacade(vendor, options), ...rest }
  } catch (error) {
    return { facade: dead(error), ...rest }
  }
}

const dead = (error: unknown): Listener['facade'] => {
  const fall = (): never => {
    throw error
  }
  return { answer: fall, knows: fall, tooLarge: fall }
}

/** Starts an endpoint and asks nothing. Throws where it does not start. */
export function startsAt({ modules, vendor, fault }: Opened): void {
  const options = { clock: () => start, random: () => 0 }
  modules.openFacade(vendor, { ...options, ...(fault !== undefined && { fault }) })
}
