/**
 * The path (with its query) that a message travels to when the endpoint lies under a path prefix:
 * `/` at `http://host/prefix` is `/prefix/`. The signature covers it and the line sends it, so both
 * call this.
 */
export function pathAt(endpoint: URL, path: string): string {
  const prefix = endpoint.pathname.replace(/\/+$/, '')
  return prefix + path
}
