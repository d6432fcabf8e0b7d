/** How `curl` signs a request of a protocol, so that a finding can be reproduced by hand. */
export interface CurlAuth {
  /** arguments that make curl sign; `{region}` stands for the signing region */
  readonly arguments: readonly string[]
  /** names of the shell variables that hold the reader's own keys */
  readonly accessKey: string
  readonly secret: string
  /** the header that carries a session token, and the shell variable that holds it */
  readonly token: { readonly header: string; readonly variable: string }
  /** headers, in lower case, that signing puts in anew */
  readonly renewed: readonly string[]
}
