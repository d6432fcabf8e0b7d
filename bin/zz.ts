import { mkdtempSync, appendFileSync } from 'node:fs'
import { badInputs } from './bad-input/all.ts'
import { main } from './main.ts'
import { planted } from './bad-input/bad-input.ts'
const folder = mkdtempSync('/tmp/orgproof-bad-')
const inputs = badInputs(folder)
const slow: [number, string][] = []
console.log(inputs.length)
let bad = 0
for (const i of inputs) {
  const e: string[] = [],
    o: string[] = []
  const shell = {
    env: { ORGPROOF_OUT: folder + '/out', MULTILINE: planted + '\nx', ...i.env },
    stdout: { write: (t: string) => o.push(t) },
    stderr: { write: (t: string) => e.push(t) },
    exitCode: 0,
  }
  const t = performance.now()
  const timer = setTimeout(() => {
    console.log('HANG', i.name)
    process.exit(1)
  }, 20000)
  await main(i.words, shell)
  clearTimeout(timer)
  const d = performance.now() - t
  slow.push([d, i.name])
  const err = e.join('')
  const w = []
  if (shell.exitCode !== (i.exit ?? 64)) w.push('code ' + shell.exitCode)
  if (!err.trim()) w.push('silent')
  if (err.length > 4096) w.push('long ' + err.length)
  if (/^\s+at .*:\d+/m.test(err)) w.push('stack')
  if (err.includes('[OUR_FAULT]')) w.push('ours')
  if ((err + o.join('')).includes(planted)) w.push('SECRET')
  if (w.length) {
    bad++
    console.log(i.name, '|', w.join(','), '|', err.slice(0, 200))
  }
  appendFileSync('/tmp/in-all.txt', `## ${i.name}\n${err}`)
}
console.log(
  'bad',
  bad,
  slow.toSorted((a, b) => b[0] - a[0]).slice(0, 8),
  'total',
  slow.reduce((a, b) => a + b[0], 0),
  process.memoryUsage.rss() / 1e6,
)
process.exit()
