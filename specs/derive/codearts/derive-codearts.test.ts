import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { serialise } from '../serialise.ts'
import { codeartsDocumentFile, deriveCodearts } from './derive-codearts.ts'

const another = readFileSync(new URL('../huawei/miniature.txt', import.meta.url), 'utf8')

test('another manual of the same publisher is refused with a line', () => {
  expect(() => deriveCodearts(another)).toThrow(/^003_\w+\.txt:\d+: expected /u)
})

const folder = process.env['ORGPROOF_DOCUMENTS']

if (folder !== undefined) {
  test('the real manual yields the committed file, byte for byte', () => {
    const path = join(folder, codeartsDocumentFile)
    const committed = new URL(
      '../../vendors/codearts/openapi/codearts-2025-12-18.json',
      import.meta.url,
    )
    expect(existsSync(path)).toBe(true)
    expect(serialise(deriveCodearts(readFileSync(path, 'utf8')))).toBe(
      readFileSync(committed, 'utf8'),
    )
  })

  test('the real manual cut after any tenth line is refused', () => {
    const lines = readFileSync(join(folder, codeartsDocumentFile), 'utf8').split('\n')
    for (let kept = 0; kept < lines.length; kept += 10) {
      expect(() => deriveCodearts(lines.slice(0, kept).join('\n')), `cut after ${kept}`).toThrow(
        /^003_\w+\.txt:\d+: expected /u,
      )
    }
  })
}
