import type { Connector, Network } from './connection.ts'
import { isLoopback, isLoopbackAddress } from './loopback.ts'

/** A name that ought to mean this machine means another: nothing was sent there. */
export class OffLoopback extends Error {
  override readonly name = 'OffLoopback'
}

/**
 * What connects to an endpoint. One that is on loopback by its name gets no connection to anywhere else: no address
 * but a loopback one is dialled, and the socket's own word counts before a byte is written to it, also of TLS.
 */
export function connectorTo(endpoint: URL, timeout: number, network: Network): Connector {
  if (!isLoopback(endpoint)) return network.connectorOf({ timeout })
  const lookup = onlyLoopback(network.lookup)
  const dial = network.connectorOf({ timeout, lookup })
  const secure = network.connectorOf({ timeout })
  return (options, callback) => {
    const port = options.port === '' && options.protocol === 'https:' ? '443' : options.port
    dial({ ...options, port, protocol: 'http:' }, (error, socket) => {
      if (error !== null) return callback(error, null)
      const denied = denialOf(socket.remoteAddress)
      if (denied !== undefined) {
        socket.destroy()
        return callback(denied, null)
      }
      if (options.protocol === 'https:') return secure({ ...options, httpSocket: socket }, callback)
      return callback(null, socket)
    })
  }
}

/** A socket that is closed already has no address any more: its peer hung up. */
const denialOf = (address: string | undefined): Error | undefined => {
  if (address === undefined)
    return Object.assign(new Error('closed at once'), { code: 'ECONNRESET' })
  return isLoopbackAddress(address) ? undefined : new OffLoopback(`connected to ${address}`)
}

/** Addresses of a name, as long as all of them are of this machine: with one that is not, the name is not to be trusted. */
const onlyLoopback =
  (lookup: Network['lookup']): Network['lookup'] =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, [])
      const addresses = typeof found === 'string' ? [] : found
      const foreign = addresses.find(({ address }) => !isLoopbackAddress(address))
      if (foreign !== undefined) {
        return callback(new OffLoopback(`${hostname} resolves to ${foreign.address}`), [])
      }
      const [first] = addresses
      if (options.all === true || first === undefined) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
