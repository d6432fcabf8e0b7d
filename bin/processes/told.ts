/** What a process tells whoever started it: how far it is, and its report at the end. */
export type Told<Report> =
  | {
      readonly kind: 'tried'
      readonly name: string
      readonly count: number
      /** undefined where it is not known */
      readonly of?: number
    }
  | { readonly kind: 'report'; readonly report: Report }

/** Tells of the work of a process, which ends with whoever started it. */
export interface Teller<Report> {
  readonly tried: (name: string, count: number, of?: number) => void
  readonly report: (report: Report) => void
}

/** The teller of this process. */
export function openTeller<Report>(): Teller<Report> {
  const tell = (told: Told<Report>): void => void process.send?.(told)
  process.once('disconnect', () => process.exit())
  return {
    tried: (name, count, of) =>
      tell({ kind: 'tried', name, count, ...(of !== undefined && { of }) }),
    report: (report) => {
      process.send?.({ kind: 'report', report } satisfies Told<Report>, () => process.disconnect())
    },
  }
}
