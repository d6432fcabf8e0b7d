import type { CurlAuth } from './curl-auth.ts'

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
