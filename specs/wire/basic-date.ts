/** An instant as the basic form of ISO 8601 writes it: `YYYYMMDDTHHMMSSZ`, whole seconds, UTC. */
export function basicDate(at: Date): string {
  const second = Math.floor(at.getTime() / 1000)
  if (second !== last.second) {
    last = { second, text: `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z` }
  }
  return last.text
}

/** Whoever signs writes the second several times over, and whoever verifies. */
let last = { second: Number.NaN, text: '' }

/** Reads such a date; undefined when it has another form, or no calendar has that day. */
export function readBasicDate(text: string): Date | undefined {
  const digits = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(text)
  if (digits === null) return undefined
  const [, year, month, day, hour, minute, second] = digits
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // the thirtieth of February parses as a day of March
  return Number.isNaN(at.getTime()) || basicDate(at) !== text ? undefined : at
}
