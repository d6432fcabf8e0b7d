import { changeAt, mergePatch } from './json-change.ts'
import { pointerSteps } from './json-pointer.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { OpenApiDocument } from './openapi-document.ts'

/** One change to the derived document: merge into, append to, or remove what each pointer names. */
export interface OverlayAction {
  /** JSON pointers (RFC 6901) into the OpenAPI document; every one must exist. */
  readonly target: string | readonly string[]
  /** Merged into the target (RFC 7396): `null` removes a member. */
  readonly update?: JsonObject
  /** Appended to the target, which is a list. */
  readonly append?: readonly Json[]
  readonly remove?: true
}

/** An erratum, or a fact from outside the document. Most errata change nothing: they record both readings. */
interface OverlayEntry {
  readonly id: string
  readonly lines: readonly (readonly [number, number])[]
  readonly sha256: readonly string[]
  readonly reading: string
  readonly why: string
  readonly evidence: 'document' | 'sdk' | 'public'
  readonly source?: string
  readonly date?: string
  readonly actions: readonly OverlayAction[]
}

/** The overlay of a vendor (specs/schemas/overlay.schema.json). */
export interface Overlay {
  readonly document: string
  readonly entries: readonly OverlayEntry[]
}

/**
 * Applies an overlay to a derived document and leaves both untouched. Every schema that an entry changes or
 * adds names it in `x-overlay`. Throws, naming entry and pointer, when a target does not exist: the document
 * moved on and the entry has to be read again.
 */
export function applyOverlay(openapi: OpenApiDocument, overlay: Overlay): OpenApiDocument {
  let result: Json = openapi
  for (const entry of overlay.entries) {
    for (const action of entry.actions) {
      const targets = typeof action.target === 'string' ? [action.target] : action.target
      for (const target of targets) result = applyAction(result, { entry, action, target })
    }
  }
  return result as OpenApiDocument
}

interface Step {
  readonly entry: OverlayEntry
  readonly action: OverlayAction
  readonly target: string
}

const applyAction = (document: Json, step: Step): Json =>
  changeAt(document, pointerSteps(step.target), (found) => {
    if (found === undefined) throw overlayError(step, 'does not exist')
    return change(found, step)
  }) ?? {}

const change = (value: Json, step: Step): Json | undefined => {
  const { action, entry, target } = step
  if (action.remove === true) return undefined
  if (action.append !== undefined) {
    if (!Array.isArray(value)) throw overlayError(step, 'is not a list')
    return [...(value as readonly Json[]), ...action.append]
  }
  if (!isObject(value)) throw overlayError(step, 'is not an object')
  const update = action.update ?? {}
  return mergePatch(
    value,
    target.endsWith('/properties') ? signEach(update, entry.id) : sign(value, update, entry.id),
  )
}

const sign = (value: JsonObject, update: JsonObject, id: string): JsonObject => {
  const signed = value['x-overlay']
  const ids = Array.isArray(signed) ? (signed as readonly Json[]) : []
  return { ...update, 'x-overlay': ids.includes(id) ? ids : [...ids, id] }
}

/** A map of properties takes no keyword of its own: each property that arrives carries the entry's name. */
const signEach = (update: JsonObject, id: string): JsonObject =>
  Object.fromEntries(
    Object.entries(update).map(([name, member]) => [
      name,
      isObject(member) ? sign({}, member, id) : member,
    ]),
  )

const overlayError = ({ entry, target }: Step, problem: string): Error =>
  new Error(`overlay entry ${entry.id}: ${target} ${problem} in the derived document`)
