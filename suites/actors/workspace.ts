import type { Root } from '../../specs/vocabulary/verbs.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import { listAll } from './list-all.ts'
import type { Verbal } from './speaker.ts'

/** Where a case may make units: a root or a unit, and how deep that lies (a root is at 0). */
export interface Workspace {
  readonly id: string
  readonly depth: number
}

/** The root of an account's organization. Throws `PrerequisiteMissing` where none is listed. */
export async function rootOf(owner: Verbal): Promise<string> {
  return rootAmong(given(await listAll(owner, 'listRoots', {})))
}

/** The root that an organization lists. Throws `PrerequisiteMissing` where there is none. */
export function rootAmong([root]: readonly Root[]): string {
  if (root === undefined)
    throw new PrerequisiteMissing('SETUP_FAILED', 'the organization lists no root')
  return root.id
}

/** A unit or the root with how deep it lies, found by walking up; some services name no parent right below the root. */
export async function workspaceAt(owner: Verbal, id: string): Promise<Workspace> {
  if (id === (await rootOf(owner))) return { id, depth: 0 }
  const [parent] = given(await listAll(owner, 'listParents', { child: id }))
  if (parent === undefined) return { id, depth: 1 }
  const above = await workspaceAt(owner, parent.id)
  return { id, depth: above.depth + 1 }
}
