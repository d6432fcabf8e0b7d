import { createHash } from 'node:crypto'

/** A seed (32 bits) for one part of what a seed decides, by its name: what happens to other parts never changes it. */
export function seedOf(seed: number, name: string): number {
  return createHash('sha256').update(`${seed}/${name}`).digest().readUInt32BE(0)
}
