import type { Target } from '../../suites/client/target.ts'
import type { Problem } from '../problem.ts'
import type { ToldPrincipal } from './ask-principals.ts'

/** What is wrong with who the credentials of a principal are; nothing where they are the account that the target states. */
export function identityProblems(
  { role, principal, service, reading }: ToldPrincipal,
  { endpoint, region }: Pick<Target, 'endpoint' | 'region'>,
): readonly Problem[] {
  const { account } = principal
  if (service === undefined || reading === undefined) {
    return [unproven(role, `no identity service is known for ${endpoint} in ${region}`, nameIt)]
  }
  if ('says' in reading) {
    return [unproven(role, `${service} gives ${reading.says}`, 'is that the identity service?')]
  }
  if ('code' in reading) {
    const hint =
      'are the credentials valid there, and not expired? has their policy a right to ask?'
    return [unproven(role, `${service} refuses them: ${reading.code}`, hint)]
  }
  return reading.account === account ? [] : [mismatch(role, account, reading.account)]
}

/** Whether a principal is proven to be the account that the target states. */
export function isProven({ principal, reading }: ToldPrincipal): boolean {
  return reading !== undefined && 'account' in reading && reading.account === principal.account
}

const nameIt = 'name it in the target file: identityEndpoint: https://…'

const unproven = (role: string, why: string, hint: string): Problem => ({
  code: 'IDENTITY_UNPROVEN',
  message: `whose the credentials of the ${role} are is not proven: ${why}`,
  hint,
})

const mismatch = (role: string, stated: string, proven: string): Problem => ({
  code: 'IDENTITY_MISMATCH',
  message: `the credentials of the ${role} are of the account ${proven}, and the target says ${stated}`,
  hint: 'nothing was written: correct the account, or give other credentials',
})
