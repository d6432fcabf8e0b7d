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

/** How curl (7.75 and later) signs with AWS Signature Version 4 for a service. */
export function sigV4Curl(service: string): CurlAuth {
  return {
    arguments: ['--aws-sigv4', `aws:amz:{region}:${service}`],
    accessKey: 'AWS_ACCESS_KEY_ID',
    secret: 'AWS_SECRET_ACCESS_KEY',
    token: { header: 'x-amz-security-token', variable: 'AWS_SESSION_TOKEN' },
    renewed: ['authorization', 'x-amz-date', 'x-amz-content-sha256', 'x-amz-security-token'],
  }
}
