import { operationOf } from '../../specs/contract/contract.ts'
import { answersBody } from '../../specs/wire/answers-body.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownVariant } from '../variant.ts'
import { framing } from './rewriting.ts'

/** Operations without output are answered with another body than an empty object. */
export function muteBodies(body: string): Pick<KnownVariant, 'alter' | 'seen'> {
  return {
    alter: framing((answer, heard, { vendor }) =>
      answer.status < 400 &&
      heard !== undefined &&
      !answersBody(operationOf(vendor.contract, heard.operation))
        ? { ...answer, body }
        : answer,
    ),
    seen: {
      at: async (visit) => {
        await founded(visit)
        return (await visit.boss.deleteOrganization({})).answer.body
      },
      quiet: '{}',
      varied: body,
    },
  }
}
