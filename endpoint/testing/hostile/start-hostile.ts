import { isUtf8 } from 'node:buffer'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import type { Vendor } from '../../../specs/vendor/vendor.ts'
import { openFacade } from '../../facade.ts'
import { headOf } from '../../receive.ts'
import { chanceOf } from '../chance.ts'
import type { Hostile } from './hostile.ts'

/** A hostile endpoint at work, on the loopback interface only. */
export interface HostileAtWork {
  readonly url: URL
  /** how many messages came */
  readonly count: () => number
  readonly close: () => Promise<void>
}

/** Starts a hostile endpoint; behind it stands an honest one of the vendor, with an empty world. */
export async function startHostile(vendor: Vendor, { reply }: Hostile): Promise<HostileAtWork> {
  const { below } = chanceOf(1)
  const facade = openFacade(vendor, { clock: Date.now, random: () => below(2 ** 30) / 2 ** 30 })
  let count = 0
  const server = createServer(async (request, response) => {
    count += 1
    const asked = count
    // whoever only looks whether somebody is there is let in
    if (request.method === 'GET') return void response.writeHead(404).end()
    // whom a client has left halfway is no matter
    request.on('error', () => {})
    response.on('error', () => {})
    try {
      const bytes = await buffer(request)
      const body = bytes.toString()
      const message = { ...headOf(request), body, ...(!isUtf8(bytes) && { bytes }) }
      await reply({ message, count: asked, honest: () => facade.answer(message) }, response)
    } catch {
      response.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    count: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
