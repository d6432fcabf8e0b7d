import type { Resource } from '../../specs/vendor/request-template.ts'
import type { Actor } from '../actors/actor.ts'
import type { CaseContext } from '../case/case-context.ts'

/** A text, or how to read it from the endpoint when somebody needs it. */
export type Field = string | (() => Promise<string>)

/** Something that exists now: its fields (table `resources`), and who it is if it can act. */
export interface CreatedResource {
  readonly fields: Readonly<Record<string, Field>>
  readonly actor?: Actor
}

/** How a resource comes about. */
export type CreateResource = (factory: ResourceFactory) => Promise<CreatedResource>

/** What resources are created with. */
export interface ResourceFactory {
  readonly context: CaseContext
  /** the management account; founds the organization at the first call */
  readonly owner: () => Promise<Actor>
  readonly use: (resource: Resource) => Promise<CreatedResource>
}
