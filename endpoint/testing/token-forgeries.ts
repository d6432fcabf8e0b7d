import { createHmac } from 'node:crypto'

import { issueToken } from '../../specs/wire/issued-token.ts'
import { now, withHeader, type Base } from './base.ts'
import { chanceOf, type Chance } from './chance.ts'
import { hour, type Forge, type Forgeries } from './forge.ts'

const tokenOf = ({ accessKey, making }: Base, at: Date): string =>
  issueToken({ accessKey, secret: making.secret }, at)

const byToken =
  (change: (token: string, base: Base, chance: Chance) => string): Forge =>
  (base, chance) => {
    const { authorization: _, ...headers } = base.message.headers
    return {
      ...base.message,
      headers: { ...headers, 'x-auth-token': change(tokenOf(base, now), base, chance) },
    }
  }

const sealed = ({ accessKey, making }: Base, day: string): string => {
  const seal = createHmac('sha256', making.secret).update(`${accessKey}.${day}`).digest('hex')
  return `${accessKey}.${day}.${seal}`
}

/** Tokens in the place of a signature. */
export const tokenForgeries: Forgeries = {
  'a token of now': byToken((token) => token),
  'a token of today': byToken((_, base, { below }) =>
    tokenOf(base, new Date(now.getTime() - below(23) * hour)),
  ),
  'a token of yesterday': byToken((_, base, { oneOf }) =>
    tokenOf(base, new Date(now.getTime() - oneOf([25, 48, 24 * 365]) * hour)),
  ),
  'a token of tomorrow': byToken((_, base, { oneOf }) =>
    tokenOf(base, new Date(now.getTime() + oneOf([1, 24, 24 * 365 * 5000]) * hour)),
  ),
  'a token of no day': byToken((_, base, { oneOf }) =>
    sealed(
      base,
      oneOf(['20240230T120000Z', '20241301T000000Z', '20240931T000000Z', '20241001T246000Z']),
    ),
  ),
  'a token with another date': byToken((token) =>
    token.replace('20241001T120000Z', '20241001T115959Z'),
  ),
  'a token of another account': byToken((token, { accessKey, otherKey }) =>
    token.replace(accessKey, otherKey),
  ),
  'a token of nobody': byToken((token, { accessKey }) => token.replace(accessKey, 'nobody')),
  'a token of another secret': byToken((_, { accessKey }) =>
    issueToken({ accessKey, secret: '' }, now),
  ),
  'a seal in capitals': byToken((token) =>
    token.replace(/[0-9a-f]{64}$/u, (seal) => seal.toUpperCase()),
  ),
  'a seal of another length': byToken((token, _, { oneOf }) =>
    oneOf([token.slice(0, -1), `${token}0`]),
  ),
  'a token with something around it': byToken((token, _, { oneOf }) =>
    oneOf([`Bearer ${token}`, `${token}.x`, `x.${token}`, `${token}, ${token}`]),
  ),
  'an empty token': byToken(() => ''),
  'a made-up token beside a right signature': ({ message }) =>
    withHeader(message, 'x-auth-token', 'made-up'),
  'another body with a token': (base) => ({
    ...byToken((token) => token)(base, chanceOf(1)),
    body: '{"vpceps":[]}',
  }),
}
