import { brotliCompressSync, gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { decode } from './content-coding.ts'

const plain = Buffer.from('{"é":1}')
const most = 1024

const textOf = async (bytes: Buffer, contentEncoding: string): Promise<unknown> => {
  const decoded = await decode(bytes, contentEncoding, most)
  return 'bytes' in decoded ? Buffer.from(decoded.bytes).toString() : decoded
}

test.each(['gzip', 'GZIP', 'x-gzip', 'identity, gzip'])('%s is unzipped', async (coding) => {
  expect(await textOf(gzipSync(plain), coding)).toBe('{"é":1}')
})

test.each(['', 'identity', 'utf-8'])('"%s" is no coding', async (word) => {
  expect(await textOf(plain, word)).toBe('{"é":1}')
})

test('nothing has no coding', async () => {
  expect(await textOf(Buffer.alloc(0), 'gzip')).toBe('')
  expect(await textOf(Buffer.alloc(0), 'br')).toBe('')
})

test('a coding that was not asked for is named', async () => {
  const unreadable = 'its content-encoding is br: only gzip was asked for'
  expect(await decode(brotliCompressSync(plain), 'br', most)).toEqual({ unreadable })
  expect(await textOf(gzipSync(gzipSync(plain)), 'gzip, gzip')).toHaveProperty('unreadable')
})

const zipped = (length: number): Buffer => gzipSync(Buffer.alloc(length))

test('what is as large as may be is read, one byte more is not, however small it came', async () => {
  expect(await decode(zipped(most), 'gzip', most)).toHaveProperty('bytes.length', most)
  const tooLarge = { problem: 'too-large', detail: 'more than 1024 bytes when unzipped' }
  expect(await decode(zipped(most + 1), 'gzip', most)).toEqual(tooLarge)
  const bomb = zipped(32 * 1024 * 1024)
  expect(bomb.length).toBeLessThan(64 * 1024)
  expect(await decode(bomb, 'gzip', most)).toEqual(tooLarge)
})

test.each([
  ['cut', gzipSync(plain).subarray(0, -9), /unexpected end of file/u],
  ['of another sum', Buffer.concat([gzipSync(plain).subarray(0, -8), Buffer.alloc(8)]), /check/u],
  ['none at all', plain, /incorrect header check/u],
])('a gzip that is %s can not be read', async (_, bytes, why) => {
  expect(await decode(bytes, 'gzip', most)).toEqual({ unreadable: expect.stringMatching(why) })
})
