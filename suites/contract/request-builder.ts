import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { bindingOf, type Setting } from '../../specs/vendor/request-template.ts'
import type { Draw } from './random-values.ts'
import { changed, valueAt } from './json-path.ts'
import type { Site } from './input-field.ts'
import { valueFor } from './values.ts'
import type { World } from './prerequisites.ts'

/** Makes valid inputs of one operation out of one world. The same place has the same value in all of them. */
export interface Bench {
  readonly world: World
  readonly draw: Draw
  /** what the contract or the setting requires, and nothing else */
  readonly minimal: () => Promise<JsonObject>
  /** the same, with a place filled, and whatever leads there */
  readonly with: (site: Site) => Promise<JsonObject>
}

/** What a bench is made of. */
export interface BenchParts {
  readonly sites: readonly Site[]
  readonly setting: Setting
  readonly world: World
  readonly draw: Draw
}

/** A bench in a world. */
export function openBench(parts: BenchParts): Bench {
  const { sites, setting, world, draw } = parts
  const bound = once((name: string) => bind(setting.input[name] ?? null, world))
  const valueOf = async (site: Site): Promise<Json> => {
    const [top = ''] = site.place
    const given =
      setting.input[top] === undefined
        ? undefined
        : valueAt({ [top]: await bound(top) }, site.place)
    if (given !== undefined) return given
    const members: Record<string, Json> = {}
    for (const child of childrenOf(sites, site).filter(({ kept }) => kept)) {
      members[child.place.at(-1) ?? ''] = await valueOf(child)
    }
    return valueFor(site, draw, members)
  }
  const minimal = once(async () => {
    const input: Record<string, Json> = {}
    for (const site of sites.filter(({ parent, kept }) => parent === undefined && kept)) {
      input[site.place[0] ?? ''] = await valueOf(site)
    }
    return input
  })
  const filled = once(async (pointer: string): Promise<JsonObject> => {
    const site = sites.find((one) => one.pointer === pointer)
    if (site === undefined) throw new Error(`the contract has no ${pointer}`)
    const base = site.parent === undefined ? await minimal('') : await filled(site.parent.pointer)
    if (valueAt(base, site.place) !== undefined) return base
    return changed(roomFor(sites, site, base), site.place, await valueOf(site))
  })
  return { world, draw, minimal: () => minimal(''), with: (site) => filled(site.pointer) }
}

/** Whether a structure requires none of its members: one of them at a time is sent. */
export function isChoice(sites: readonly Site[], site: Site): boolean {
  const children = childrenOf(sites, site)
  return isObject(site.schema['properties']) && children.every(({ required }) => !required)
}

const childrenOf = (sites: readonly Site[], parent: Site): readonly Site[] =>
  sites.filter((site) => site.parent === parent)

const roomFor = (sites: readonly Site[], { parent }: Site, base: JsonObject): JsonObject =>
  parent !== undefined && isChoice(sites, parent) ? changed(base, parent.place, {}) : base

const bind = async (value: Json, world: World): Promise<Json> => {
  if (typeof value === 'string') {
    const binding = bindingOf(value)
    if (binding === undefined) return value
    const bound = await world.field(binding.ingredient, binding.field)
    return binding.as === 'number' ? Number(bound) : bound
  }
  if (Array.isArray(value)) {
    return Promise.all((value as readonly Json[]).map((entry) => bind(entry, world)))
  }
  if (!isObject(value)) return value
  const members: Record<string, Json> = {}
  for (const [name, member] of Object.entries(value)) members[name] = await bind(member, world)
  return members
}

const once = <T>(make: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const made = new Map<string, Promise<T>>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
