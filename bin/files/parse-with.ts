import type { Json } from '../../specs/contract/json.ts'
import { lineColumnsOf } from './line-column.ts'
import type { Parsed, SyntaxFault } from './parsed.ts'
import { ScanFault } from './scan-tokens.ts'

/** What a text says, how many values that are, and where they stand: offsets by JSON pointer, as far as they are known. */
export interface Scanned {
  readonly value: Json
  readonly values: number
  readonly places: ReadonlyMap<string, number>
}

/** What a scan makes of a text, in lines and columns; or where the scan threw a ScanFault, and why. */
export function parseWith(text: string, scan: (text: string) => Scanned): Parsed | SyntaxFault {
  const lineColumn = lineColumnsOf(text)
  try {
    const { value, values, places } = scan(text)
    return {
      value,
      values,
      at: (pointer) => {
        const offset = places.get(pointer)
        return offset === undefined ? undefined : lineColumn(offset)
      },
    }
  } catch (error) {
    if (!(error instanceof ScanFault)) throw error
    return { at: lineColumn(error.offset), says: error.message }
  }
}
