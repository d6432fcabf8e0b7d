/** How many sequences of commands are played for a check, and how many steps each has. */
export interface Extent {
  readonly count: number
  readonly steps: number
}

/** As many as a run plays unless it is told otherwise. */
export const usualExtent: Extent = { count: 1, steps: 12 }
