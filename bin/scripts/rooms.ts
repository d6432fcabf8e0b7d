import plan from './rooms.json' with { type: 'json' }

/** Where each house stands: the houses that a house may import from. */
export const mayImport: Readonly<Record<string, readonly string[]>> = plan.mayImport

/**
 * The rooms, from the ground up: a file imports from its own room and from rooms on lower floors. What stands on one
 * floor knows nothing of its neighbours. A room is a folder of a house, a house (all of it that is no room of its own),
 * or one file.
 */
export const floors: readonly (readonly string[])[] = plan.floors

/** Every room of the plan. */
export const rooms: readonly string[] = floors.flat()

/** The house of a room or of a file: the first part of its path. */
export function houseOf(path: string): string {
  return path.split('/')[0] ?? ''
}

/** The room a file stands in, by its path from the top; undefined where no room is planned. */
export function roomOf(path: string): string | undefined {
  const [house = '', inner = ''] = path.split('/')
  return [path, `${house}/${inner}`, house].find((room) => rooms.includes(room))
}

/** Whether files of a room may import from another room. */
export function leadsDown(from: string, to: string): boolean {
  if (from === to) return true
  const [house, other] = [houseOf(from), houseOf(to)]
  const known = house === other || mayImport[house]?.includes(other) === true
  return known && floorOf(to) < floorOf(from)
}

const floorOf = (room: string): number => floors.findIndex((floor) => floor.includes(room))
