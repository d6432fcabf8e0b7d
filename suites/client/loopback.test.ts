import { expect, test } from 'vitest'

import { isLoopback } from './loopback.ts'

test.each([
  'http://127.0.0.1:5000',
  'http://127.9.9.9',
  'http://localhost:4566/prefix',
  'http://LOCALHOST',
  'http://[::1]:80',
  'http://127.1',
  'http://0x7f000001',
])('%s is on this machine', (url) => {
  expect(isLoopback(new URL(url))).toBe(true)
})

test.each([
  'http://192.168.0.1',
  'http://0.0.0.0:80',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://host.docker.internal',
  'http://[::2]',
  'http://[::ffff:8.8.8.8]',
  'https://organizations.us-east-1.amazonaws.com',
])('%s is not', (url) => {
  expect(isLoopback(new URL(url))).toBe(false)
})
