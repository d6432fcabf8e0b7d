/** A to Z in lower case, everything else as it is. */
export function foldedUnit(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit
}

/** Letters of A to Z in lower case, everything else as it is: positions stay what they are. */
export function folded(text: string): string {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at += 1) units[at] = foldedUnit(text.charCodeAt(at))
  return Buffer.from(units.buffer).toString('utf16le')
}
