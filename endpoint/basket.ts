import type { Shelf } from './shelf.ts'

/** How the body of a request is read. */
export interface Reading {
  /** the largest body that is kept, in bytes */
  readonly limit: number
  /** whether anything is kept at all */
  readonly keep: boolean
  /** where it is kept */
  readonly shelf: Shelf
}

/** What becomes of the bytes of a body as they come. */
export type BasketKind = 'kept' | 'dropped' | 'too-large' | 'crowded'

/** A growing body, with its room on the shelf. */
export interface Basket {
  readonly add: (chunk: Buffer) => void
  readonly kind: () => BasketKind
  readonly bytes: () => Buffer
  /** forgets what is in it and gives back its room */
  readonly empty: () => void
}

/** The least room that is taken, in bytes. */
const least = 4096

const nothing = Buffer.alloc(0)

/**
 * An empty basket. Chunks are copied into one buffer that doubles, and its whole size counts: a body that comes byte by
 * byte takes no more room than any other. What is too large, or finds no room, is forgotten at once.
 */
export function openBasket({ limit, keep, shelf }: Reading): Basket {
  let kind: BasketKind = keep ? 'kept' : 'dropped'
  let room = nothing
  let size = 0
  const empty = (): void => {
    shelf.give(room.length)
    room = nothing
    size = 0
  }
  const drop = (why: BasketKind): void => {
    empty()
    kind = why
  }
  const grow = (needed: number): boolean => {
    const wanted = Math.max(needed, Math.min(limit, Math.max(least, 2 * room.length)))
    if (!shelf.take(wanted - room.length)) return false
    const larger = Buffer.allocUnsafeSlow(wanted)
    room.copy(larger, 0, 0, size)
    room = larger
    return true
  }
  return {
    add: (chunk) => {
      if (kind !== 'kept') return
      const needed = size + chunk.length
      if (needed > limit) return drop('too-large')
      if (needed > room.length && !grow(needed)) return drop('crowded')
      size += chunk.copy(room, size)
    },
    kind: () => kind,
    bytes: () => room.subarray(0, size),
    empty,
  }
}
