/** A file in an archive. */
export interface TarMember {
  /** up to 100 characters of ASCII */
  readonly name: string
  /** bytes of its content */
  readonly size: number
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>
}

/** The bytes of one block: everything in an archive is padded to whole ones. */
export const tarBlock = 512

/** The archive of these files, in POSIX's ustar format, without times and owners: the same files make the same bytes. */
export async function* tarOf(members: readonly TarMember[]): AsyncGenerator<Buffer> {
  for (const member of members) {
    yield headerOf(member)
    yield* member.content
    yield Buffer.alloc(paddingOf(member.size))
  }
  yield Buffer.alloc(2 * tarBlock)
}

/** So many bytes follow a content of this size up to the next block. */
export function paddingOf(size: number): number {
  return (tarBlock - (size % tarBlock)) % tarBlock
}

/** What a header says: the name and the size of the file behind it; undefined at the end of an archive. */
export function readTarHeader(block: Buffer): Pick<TarMember, 'name' | 'size'> | undefined {
  if (block.every((byte) => byte === 0)) return undefined
  const text = (from: number, length: number): string =>
    block
      .toString('latin1', from, from + length)
      .split('\0', 1)
      .join('')
  return { name: text(0, 100), size: Number.parseInt(text(124, 12), 8) }
}

const headerOf = ({ name, size }: TarMember): Buffer => {
  const header = Buffer.alloc(tarBlock)
  header.write(name, 0, 'latin1')
  header.write('0000644\0' + '0000000\0'.repeat(2), 100, 'latin1')
  header.write(`${octal(size, 11)}\0${octal(0, 11)}\0`, 124, 'latin1')
  // while it is counted, the sum itself counts as spaces
  header.write('        0', 148, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  const sum = header.reduce((all, byte) => all + byte, 0)
  header.write(`${octal(sum, 6)}\0 `, 148, 'latin1')
  return header
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')
