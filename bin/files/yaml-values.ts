import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml'

import { pointerStep } from '../../specs/contract/json-pointer.ts'
import type { Json } from '../../specs/contract/json.ts'
import { depthLimit } from './parsed.ts'
import { ScanFault } from './scan-tokens.ts'

/** So many values a YAML file may come to, its aliases unfolded: a target has a few dozen. */
const valuesLimit = 20_000

/** What a YAML document says, and the offset of each value by its JSON pointer. */
export interface YamlValues {
  readonly value: Json
  readonly values: number
  readonly places: ReadonlyMap<string, number>
}

/**
 * The values of a document. Throws a ScanFault where they lie too deep, come to too many, repeat a key, or are none
 * that JSON can carry.
 */
export function yamlValues({ contents }: Document.Parsed): YamlValues {
  const reading = new YamlReading()
  const value = contents === null ? null : reading.value(contents, { pointer: '', depth: 0 })
  return { value, values: reading.count, places: reading.places }
}

interface LineColumn {
  readonly pointer: string
  readonly depth: number
}

/** What an anchor stands for. Whatever an alias repeats counts again. */
interface Anchored {
  readonly value: Json
  readonly count: number
}

class YamlReading {
  count = 0
  readonly places = new Map<string, number>()
  readonly #anchors = new Map<string, Anchored>()

  value(node: Node, place: LineColumn): Json {
    const offset = offsetOf(node)
    this.places.set(place.pointer, offset)
    const before = this.count
    this.#add(1, offset)
    if (place.depth > depthLimit) {
      throw new ScanFault(`values lie more than ${depthLimit} deep`, offset)
    }
    if (isAlias(node)) return this.#repeated(node.source, offset)
    const value = this.#plain(node, place)
    const { anchor } = node as { readonly anchor?: string }
    if (anchor !== undefined) this.#anchors.set(anchor, { value, count: this.count - before })
    return value
  }

  #plain(node: Node, place: LineColumn): Json {
    if (isMap<Node, Node | null>(node)) return this.#map(node.items, place)
    if (isSeq<Node>(node)) {
      return node.items.map((item, index) => this.value(item, below(place, index)))
    }
    const value: unknown = isScalar(node) ? node.value : undefined
    if (isJsonScalar(value)) return value
    throw new ScanFault(
      'a value is no text, no finite number, not true, false or null',
      offsetOf(node),
    )
  }

  #map(items: readonly Pair<Node, Node | null>[], place: LineColumn): Json {
    const known = new Set<string>()
    return Object.fromEntries(
      items.map(({ key, value }) => {
        const name = keyOf(key, known)
        known.add(name)
        const own = below(place, name)
        if (value !== null) return [name, this.value(value, own)] as const
        this.places.set(own.pointer, offsetOf(key))
        this.#add(1, offsetOf(key))
        return [name, null] as const
      }),
    )
  }

  #repeated(anchor: string, offset: number): Json {
    const found = this.#anchors.get(anchor)
    if (found === undefined) throw new ScanFault('an alias names no anchor before it', offset)
    this.#add(found.count, offset)
    return found.value
  }

  #add(count: number, offset: number): void {
    this.count += count
    if (this.count > valuesLimit) {
      throw new ScanFault(`the file comes to more than ${valuesLimit} values`, offset)
    }
  }
}

const isJsonScalar = (value: unknown): value is string | number | boolean | null =>
  value === null ||
  ['string', 'boolean'].includes(typeof value) ||
  (typeof value === 'number' && Number.isFinite(value))

const keyOf = (key: Node, known: ReadonlySet<string>): string => {
  const offset = offsetOf(key)
  const name = isScalar(key) ? key.value : undefined
  if (typeof name !== 'string') throw new ScanFault('a key is no plain text', offset)
  if (name === '__proto__') throw new ScanFault('no key may be __proto__', offset)
  if (name === '<<') throw new ScanFault('mappings are not merged with <<: write them out', offset)
  if (known.has(name)) throw new ScanFault('the key stands twice in one mapping', offset)
  return name
}

const offsetOf = ({ range }: Node): number => range?.[0] ?? 0

const below = ({ pointer, depth }: LineColumn, key: string | number): LineColumn => ({
  pointer: `${pointer}${pointerStep(key)}`,
  depth: depth + 1,
})
