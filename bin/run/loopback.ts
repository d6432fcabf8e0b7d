/**
 * Whether an endpoint is on this machine by its very name: a literal loopback address or `localhost`. Any other
 * name counts as elsewhere, whatever it resolves to: a resolver can be told anything.
 */
export function isLoopback(endpoint: URL): boolean {
  const { hostname } = endpoint
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
