/** Of all bodies whose senders are not proven yet, so many bytes are kept at once over all connections of a server. */
export const shelfLimit: number = 16 * 1024 * 1024

/** Room for bodies that wait to be verified. */
export interface Shelf {
  /** takes room for so many bytes; false when there is none */
  readonly take: (bytes: number) => boolean
  /** gives back room that was taken */
  readonly give: (bytes: number) => void
  /** the bytes that are taken */
  readonly held: () => number
}

/** An empty shelf with room for `limit` bytes. */
export function openShelf(limit: number): Shelf {
  let held = 0
  return {
    take: (bytes) => {
      if (held + bytes > limit) return false
      held += bytes
      return true
    },
    give: (bytes) => void (held -= bytes),
    held: () => held,
  }
}
