import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import type { Fault } from '../fault.ts'

/** Accepts the closing of the management account. */
export const managementCanBeClosed: Fault = {
  name: 'management-can-be-closed',
  description: 'accepts the closing of the management account',
  breaks: { aws: ['C18'] },
  alter: forgiving(['closeManagement'], () => done({})),
}
