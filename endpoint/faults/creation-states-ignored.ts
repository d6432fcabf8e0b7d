import { decideWith, saying } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Lists creations of every state whichever were asked for. */
export const creationStatesIgnored: Fault = {
  name: 'creation-states-ignored',
  description: 'lists creations of every state whichever were asked for',
  breaks: { aws: ['C15'], huawei: ['R61'] },
  alter: saying('listAccountCreations', (moment) => decideWith(moment, { states: undefined })),
}
