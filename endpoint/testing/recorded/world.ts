import { operationOf } from '../../../specs/contract/contract.ts'
import { isObject, type Json, type JsonObject } from '../../../specs/contract/json.ts'
import type { Vendor } from '../../../specs/vendor/vendor.ts'
import type { Reply } from '../../../specs/wire/wire.ts'
import { openFacade } from '../../facade.ts'
import { chanceOf } from '../chance.ts'
import { messengerTo } from '../messenger.ts'

/** The accounts of the recordings, as they are called there. */
export const management = '111111111111'
/** A member of the organization. */
export const member = '222222222222'

const fine = 1_000_000

/** What the made-up ids of the recordings stand for in a world. */
export interface Known {
  readonly organization: string
  readonly root: string
  readonly unit: string
  policy: string
  invitation: string
  resourcePolicy: string
}

/** An embedded endpoint of AWS Organizations with the organization that the recordings were made in. */
export interface RecordedWorld {
  readonly known: Known
  readonly ask: (caller: string, operation: string, input?: JsonObject) => Promise<Reply>
  /** asks what has to be done; what is answered. Throws when it is refused */
  readonly get: (caller: string, operation: string, input?: JsonObject) => Promise<JsonObject>
  readonly wait: (milliseconds: number) => void
}

/** Opens the world that every recording starts from: a root, a unit, a member, and a policy that is attached nowhere. */
export async function openRecordedWorld(vendor: Vendor): Promise<RecordedWorld> {
  let now = Date.UTC(2026, 8, 13)
  const { below } = chanceOf(23)
  const facade = openFacade(vendor, { clock: () => now, random: () => below(fine) / fine })
  const messenger = messengerTo(vendor, facade, () => now)
  const ask: RecordedWorld['ask'] = async (caller, operation, input = {}) => {
    const answer = await messenger.send({ caller, operation, input })
    return vendor.wire.decode(operationOf(vendor.contract, operation), answer)
  }
  const get: RecordedWorld['get'] = async (caller, operation, input) => {
    const reply = await ask(caller, operation, input)
    if (reply.kind !== 'output') throw new Error(`${operation}: ${JSON.stringify(reply)}`)
    return reply.output
  }
  const wait = (milliseconds: number): void => void (now += milliseconds)
  return { known: await founded(get), ask, get, wait }
}

const founded = async (get: RecordedWorld['get']): Promise<Known> => {
  const organization = await get(management, 'CreateOrganization', { FeatureSet: 'ALL' })
  const roots = await get(management, 'ListRoots')
  const root = textAt(roots, 'Roots', 0, 'Id')
  const Target = { Type: 'ACCOUNT', Id: member }
  const invited = await get(management, 'InviteAccountToOrganization', { Target })
  await get(member, 'AcceptHandshake', { HandshakeId: textAt(invited, 'Handshake', 'Id') })
  const made = { ParentId: root, Name: 'OWNED_UNIT' }
  const unit = await get(management, 'CreateOrganizationalUnit', made)
  const policy = await get(management, 'CreatePolicy', {
    Name: 'OWNED_NAME',
    Description: 'initial',
    Type: 'SERVICE_CONTROL_POLICY',
    Content:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  })
  return {
    organization: textAt(organization, 'Organization', 'Id'),
    root,
    unit: textAt(unit, 'OrganizationalUnit', 'Id'),
    policy: textAt(policy, 'Policy', 'PolicySummary', 'Id'),
    invitation: '',
    resourcePolicy: '',
  }
}

/** The text that stands there in an answer. */
export function textAt(value: Json, ...steps: readonly (string | number)[]): string {
  let part: Json | undefined = value
  for (const step of steps) {
    if (Array.isArray(part)) part = part[Number(step)]
    else part = isObject(part) ? part[step] : undefined
  }
  if (typeof part !== 'string') throw new Error(`${steps.join('.')} is no text`)
  return part
}
