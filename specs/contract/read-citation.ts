import type { Citation } from './citation.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { own } from './own.ts'

/**
 * A citation as data files write it: lines of `document` with their hash, or another kind of evidence, which names
 * itself. Throws, naming `where` it stands, when it is neither: our own mistake.
 */
export function readCitation(
  citation: Json | undefined,
  document: string,
  where: string,
): Citation {
  if (!isObject(citation)) throw new Error(`${where} cites nothing`)
  const { kind = 'document' } = citation
  const read = typeof kind === 'string' ? own(readers, kind) : undefined
  if (read === undefined) throw new Error(`${where} cites a ${JSON.stringify(kind)}`)
  return read({ citation, document, where })
}

interface Reading {
  readonly citation: JsonObject
  readonly document: string
  readonly where: string
}

type Read<K extends Citation['kind']> = (reading: Reading) => Extract<Citation, { kind: K }>

const readers: { readonly [K in Citation['kind']]: Read<K> } = {
  document: (reading) => {
    const { lines } = reading.citation
    if (!Array.isArray(lines)) throw new Error(`${reading.where} cites no lines`)
    const [from, to] = lines as [number, number]
    const { document } = reading
    return { kind: 'document', document, lines: [from, to], sha256: textIn(reading, 'sha256') }
  },
  protocol: (reading) => ({ kind: 'protocol', source: textIn(reading, 'source') }),
  sdk: (reading) => ({
    kind: 'sdk',
    source: textIn(reading, 'source'),
    ...(reading.citation['sha256'] !== undefined && { sha256: textIn(reading, 'sha256') }),
  }),
  public: (reading) => ({ kind: 'public', ...dated(reading) }),
  recording: (reading) => ({ kind: 'recording', ...dated(reading) }),
  observed: (reading) => ({ kind: 'observed', ...dated(reading), shows: textIn(reading, 'shows') }),
}

const dated = (reading: Reading): { readonly source: string; readonly date: string } => ({
  source: textIn(reading, 'source'),
  date: textIn(reading, 'date'),
})

const textIn = ({ citation, where }: Reading, name: string): string => {
  const value = citation[name]
  if (typeof value !== 'string') throw new Error(`${where} cites no ${name}`)
  return value
}
