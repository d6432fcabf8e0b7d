import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { rootCertificates } from 'node:tls'

import { buildConnector, Pool, ProxyAgent, type Dispatcher } from 'undici'

import { isLoopback, isLoopbackAddress } from './loopback.ts'

/** The way to an endpoint. */
export interface Route {
  /** certificates in PEM that are trusted beside those that Node trusts */
  readonly ca?: string
  /** the URL of a proxy, with its credentials; what is on loopback by its name is never asked through one */
  readonly proxy?: string
}

/** What a line bears on its way. */
export interface LineLimits extends Route {
  readonly deadline: number
  readonly body: number
  readonly header: number
  readonly connections: number
}

/** How names become addresses, and addresses connections: the system's ways unless somebody listens in. */
export interface Network {
  readonly lookup: LookupFunction
  readonly connectorOf: typeof buildConnector
}

/** Opens a connection of a pool. */
export type Connector = buildConnector.connector

/** The network of this machine. */
export const ownNetwork: Network = { lookup: systemLookup, connectorOf: buildConnector }

/** A name that ought to mean this machine means another: nothing was sent there. */
class OffLoopback extends Error {
  override readonly name = 'OffLoopback'
}

/** Opens connections to an endpoint as they are needed: through the proxy, or by themselves. */
export function openLine(endpoint: URL, limits: LineLimits, network: Network): Dispatcher {
  const bounds = {
    connections: limits.connections,
    maxHeaderSize: limits.header,
    maxResponseSize: limits.body,
    // the deadline is over everything; second clocks would only blur who ended the exchange
    headersTimeout: 0,
    bodyTimeout: 0,
  }
  const proxy = limits.proxy === undefined ? undefined : new URL(limits.proxy)
  if (proxy !== undefined && !isLoopback(endpoint)) {
    const trust = trustOf(limits)
    return new ProxyAgent({ ...bounds, ...proxyOf(proxy), requestTls: trust, proxyTls: trust })
  }
  // a pool, unlike undici's agents, asks no proxy of the environment
  return new Pool(endpoint.origin, { ...bounds, connect: connectorTo(endpoint, limits, network) })
}

/** Certificates are always looked at, whatever the environment says. */
const trustOf = ({ ca, deadline }: LineLimits) => ({
  timeout: deadline,
  rejectUnauthorized: true,
  ...(ca !== undefined && { ca: [...rootCertificates, ca] }),
})

const proxyOf = ({ origin, username, password }: URL): ProxyAgent.Options => {
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  if (credentials === ':') return { uri: origin }
  return { uri: origin, token: `Basic ${Buffer.from(credentials).toString('base64')}` }
}

/**
 * What connects to an endpoint. One that is on loopback by its name gets no connection to anywhere else: no address
 * but a loopback one is dialled, and the socket's own word counts before a byte is written to it, also of TLS.
 */
function connectorTo(endpoint: URL, limits: LineLimits, network: Network): Connector {
  const trust = trustOf(limits)
  if (!isLoopback(endpoint)) return network.connectorOf(trust)
  const lookup = onlyLoopback(network.lookup)
  const dial = network.connectorOf({ timeout: limits.deadline, lookup })
  const secure = network.connectorOf(trust)
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
