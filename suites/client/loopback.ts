/**
 * Whether an endpoint is on this machine by its very name: `localhost`, or a literal loopback address as a URL writes
 * it (127.0.0.0/8 with four numbers, whatever was typed; `[::1]`). Any other name counts as elsewhere, whatever it
 * resolves to: a resolver can be told anything. So do `localhost.` and IPv4 addresses in IPv6 form, which nobody needs.
 * What `localhost` resolves to is looked at when a connection is made (line.ts).
 */
export function isLoopback({ hostname, protocol }: URL): boolean {
  if (!/^https?:$/u.test(protocol)) return false
  return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[(.*)\]$/u, '$1'))
}

/** Whether an address is one of the loopback interface: 127.0.0.0/8 (RFC 1122, section 3.2.1.3) or ::1 (RFC 4291). */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(address)
}
