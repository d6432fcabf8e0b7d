/**
 * What a record holds itself under a name that a peer chose; undefined where it holds nothing. Names like `constructor`
 * or `__proto__` never meet what every object inherits.
 */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
