import { writing, type Hostile } from './hostile.ts'

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.1\r\n'

/** What is no HTTP, or lies about itself. */
export const broken: readonly Hostile[] = [
  writing('connections that are reset', (socket) => socket.destroy()),
  {
    name: 'connections that are reset within the answer',
    reply: async ({ honest }, response) => {
      const { status, headers, body } = await honest()
      response.writeHead(status, { ...headers, 'content-length': body.length + 10 })
      response.write(body, () => response.destroy())
    },
  },
  writing('connections that are closed without a word', (socket) => socket.end()),
  writing('100,000 provisional answers', (socket) => {
    socket.write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(100_000))
    socket.end(`${head}content-length: 2\r\n\r\n{}`)
  }),
  writing('provisional answers without end', (socket) => {
    const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20)
    socket.on('close', () => clearInterval(timer))
  }),
  writing('a length that is too large', (socket) => {
    socket.end(`${head}content-length: 1000\r\n\r\n{}`)
  }),
  writing('a length that is too small', (socket) => {
    socket.write(`${head}content-length: 1\r\n\r\n{"Organization":{}}`)
  }),
  writing('100 MB announced', (socket) => {
    socket.write(`${head}content-length: 104857600\r\n\r\n{`)
  }),
  writing('chunks that are none', (socket) => {
    socket.write(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n-1\r\n`)
  }),
  writing('a mebibyte in chunks of a byte', (socket) => {
    socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
    const chunks = '1\r\n \r\n'.repeat(16 * 1024)
    const more = (): void => void (socket.destroyed || socket.write(chunks, more))
    more()
  }),
  writing('a header without end', (socket) => {
    socket.write(`${head}x: ${'y'.repeat(10 * 1024 ** 2)}`)
  }),
  writing('another protocol', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
]
