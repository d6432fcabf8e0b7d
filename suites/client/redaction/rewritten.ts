/** A part of a text: from, and up to but not including. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A text that was made of another one, and where its parts stood there. */
export interface Rewritten {
  readonly text: string
  readonly origin: (span: Span) => Span
}

/** Collects a text unit by unit. What is made of a text has no more units than that has, and no fewer places. */
export class Rewriting {
  readonly #units: Uint16Array
  /** where in the other text each unit begins */
  readonly #starts: Int32Array
  readonly #whole: number
  #length = 0

  /** For a text of so many units (UTF-16). */
  constructor(whole: number) {
    this.#whole = whole
    this.#units = new Uint16Array(whole)
    this.#starts = new Int32Array(whole + 1)
  }

  /** Adds a unit that stands for what begins at a place of the other text and ends where the next one begins. */
  add(unit: number, start: number): void {
    this.#units[this.#length] = unit
    this.#starts[this.#length] = start
    this.#length += 1
  }

  /** What was collected. Whatever lies within the meaning of an escape takes the whole escape along. */
  done(): Rewritten {
    const [starts, length] = [this.#starts, this.#length]
    starts[length] = this.#whole
    const startOf = (place: number): number => starts[place] ?? this.#whole
    const endOf = (place: number): number => {
      let next = place + 1
      // an escape may mean two units: a character beyond the first plane
      while (next < length && startOf(next) === startOf(place)) next += 1
      return startOf(next)
    }
    return {
      text: Buffer.from(this.#units.buffer, 0, 2 * length).toString('utf16le'),
      origin: ({ from, to }) => ({ from: startOf(from), to: endOf(to - 1) }),
    }
  }
}
