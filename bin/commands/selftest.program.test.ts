import { execFile } from 'node:child_process'

import { expect, test } from 'vitest'

import { program } from '../testing/program.ts'

const selftest = async (...words: readonly string[]) =>
  new Promise<{ readonly code: unknown; readonly stderr: string }>((resolve) => {
    const node = [program, 'selftest', ...words]
    execFile(process.execPath, node, (error, _, stderr) => resolve({ code: error?.code, stderr }))
  })

test.each([
  ['--fault', 'unit-depth-unlimitd', 'did you mean unit-depth-unlimited?'],
  ['--vendor', 'awz', 'did you mean aws?'],
])('a slip in %s is told, with what is near', async (flag, slip, hint) => {
  const { code, stderr } = await selftest(flag, slip)
  expect(code).toBe(64)
  expect(stderr).toContain(`${flag} is "${slip}"`)
  expect(stderr).toContain(hint)
})
