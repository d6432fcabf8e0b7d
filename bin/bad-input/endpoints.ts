import { planted, type BadInput, type WriteFile } from './bad-input.ts'

/** URLs at which no endpoint can be called, or which hold what does not belong there. */
const urls: readonly string[] = [
  '127.0.0.1:80',
  'ftp://127.0.0.1',
  'file:///etc/passwd',
  `http://user:${planted}@127.0.0.1:1`,
  `http://:${planted}@127.0.0.1:1`,
  `http://${planted}@127.0.0.1:1`,
  'http://@127.0.0.1:1',
  'http://:@127.0.0.1:1',
  `http:user:${planted}@127.0.0.1`,
  `http:\\\\${planted}@127.0.0.1`,
  `http://127.0.0.1:1/?token=${planted}`,
  'http://127.0.0.1:1/?',
  `http://127.0.0.1:1/#${planted}`,
  'http://127.0.0.1:1/#',
  'http://',
  'http:///x',
  'http://127.0.0.1:0',
  'http://127.0.0.1:65536',
  'http://127.0.0.1:-1',
  'http://127.0.0.1:1e3',
  'http://127.0.0.1 :1',
  ' http://127.0.0.1:1',
  'http://127.0.0.1:1\n',
  'http://127.0.0.1\u0000',
  'http://[::1',
  'http://%zz',
  '//127.0.0.1',
  'javascript:alert(1)',
  `http://127.0.0.1/${'x'.repeat(5000)}`,
  planted,
]

/** Endpoints by flag, variable and file. */
export function badEndpoints(write: WriteFile): readonly BadInput[] {
  return urls.flatMap((url, at): readonly BadInput[] => {
    const file = write(`endpoint-${at}.json`, JSON.stringify({ preset: 'moto', endpoint: url }))
    const name = `an endpoint: ${JSON.stringify(url.slice(0, 60))}`
    return [
      { name: `${name}, by flag`, words: ['run', '--vendor', 'aws', '--endpoint', url] },
      { name: `${name}, in a file`, words: ['run', '--target', file] },
      {
        name: `${name}, by variable`,
        words: ['run', '--vendor', 'aws'],
        env: { ORGPROOF_ENDPOINT: url },
      },
    ]
  })
}
