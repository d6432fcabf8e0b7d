/** What an endpoint could not answer properly: its own mistakes, oldest first. */
export interface Troubles {
  readonly note: (trouble: unknown) => void
  readonly list: () => readonly string[]
}

/** More would only repeat themselves while memory fills. */
const most = 100

/** An empty list of troubles; it keeps the first hundred. */
export function openTroubles(): Troubles {
  const noted: string[] = []
  return {
    note: (trouble) => {
      if (noted.length < most) noted.push(wordsOf(trouble))
    },
    list: () => noted,
  }
}

const wordsOf = (trouble: unknown): string =>
  trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)
