import { Unreadable } from '../../vendor/lens.ts'
import { ask, look, type Workflows, type Step } from '../../vendor/workflow.ts'
import type { Account, Invitation, Node, Page, Paging, Unit } from '../../vocabulary/nouns.ts'

/** To say a step for its own sake, or only to look. */
type AskOrLook = typeof ask

/** What a generator of steps comes to. */
type Steps<T> = Generator<Step, T, unknown>

/**
 * How a client says what no single action says: writes answer nothing, so what became of them is read
 * back; one list tells the whole tree; lists count entries instead of handing out tokens.
 */
export const tencentWorkflows: Workflows = {
  *createOrganization(args) {
    yield* ask('createOrganization', args)
    return yield* look('getOrganization', {})
  },
  *createUnit(args) {
    const { id } = yield* ask('createUnit', args)
    return yield* unitNamed(id, look)
  },
  *listRoots() {
    const nodes = yield* tree()
    return { items: nodes.filter(({ parent }) => parent === undefined) }
  },
  *listUnits({ parent }) {
    const nodes = yield* tree()
    return {
      items: nodes.filter(
        (node) => node.parent !== undefined && node.parent === (parent ?? node.parent),
      ),
    }
  },
  *getUnit({ unit }) {
    return yield* unitNamed(unit, ask)
  },
  *renameUnit(args) {
    yield* ask('renameUnit', args)
    return yield* unitNamed(args.unit, look)
  },
  *listChildren({ parent, kind }) {
    if (kind === 'account') {
      const accounts = yield* members(parent)
      return { items: accounts.map(({ id }) => ({ id, kind: 'account' })) }
    }
    const nodes = (yield* tree()).filter((node) => node.parent === parent)
    return { items: nodes.map(({ id }) => ({ id, kind: 'unit' })) }
  },
  *listParents({ child }) {
    const nodes = yield* tree()
    const unit = nodes.find(({ id }) => id === child)
    const parent = unit === undefined ? yield* homeOf(child) : unit.parent
    return { items: nodes.filter(({ id }) => id === parent).map(asParent) }
  },
  *listAccounts(args) {
    return counted(args, yield* ask('listAccounts', args))
  },
  *listAccountsIn(args) {
    return counted(args, yield* ask('listAccountsIn', args))
  },
  *leaveOrganization() {
    const { id } = yield* ask('getOrganization', {})
    return yield* ask('leaveNamedOrganization', { organization: id })
  },
  *inviteAccount(args) {
    yield* ask('inviteAccount', args)
    const sent = yield* every('listSentInvitations', look)
    const open = sent.filter(({ state }) => state === 'open')
    const found = open.find(({ parties = [] }) => parties.some(({ id }) => id === args.target.id))
    return found ?? missing(`the invitation of ${args.target.id}`)
  },
  *acceptInvitation(args) {
    yield* ask('acceptInvitation', args)
    return yield* invitationNamed(args.invitation, ['listReceivedInvitations'], look)
  },
  *declineInvitation(args) {
    yield* ask('declineInvitation', args)
    return yield* invitationNamed(args.invitation, ['listReceivedInvitations'], look)
  },
  *cancelInvitation(args) {
    yield* ask('cancelInvitation', args)
    return yield* invitationNamed(args.invitation, ['listSentInvitations'], look)
  },
  *getInvitation({ invitation }) {
    return yield* invitationNamed(
      invitation,
      ['listReceivedInvitations', 'listSentInvitations'],
      ask,
    )
  },
  *listReceivedInvitations(args) {
    return counted(args, yield* ask('listReceivedInvitations', args))
  },
  *listSentInvitations(args) {
    return counted(args, yield* ask('listSentInvitations', args))
  },
}

/** A page with what comes after it: as long as entries are left, the number of those that went before. */
const counted = <T>({ token = '0' }: Paging, { items, total = 0 }: Page<T>): Page<T> => {
  const before = Number(token) + items.length
  return items.length > 0 && before < total
    ? { items, total, next: String(before) }
    : { items, total }
}

const missing = (what: string): never => {
  throw new Unreadable('', `does not list ${what}`)
}

function* tree(say: AskOrLook = ask): Steps<readonly Unit[]> {
  return (yield* say('listTree', {})).items
}

/** The unit with an id, read from the whole tree. Throws `Unreadable` where there is none. */
export function* unitNamed(id: string, say: AskOrLook): Steps<Unit> {
  const nodes = yield* tree(say)
  return (
    nodes.find((node) => node.id === id && node.parent !== undefined) ?? missing(`the node ${id}`)
  )
}

function* homeOf(account: string): Steps<string | undefined> {
  return (yield* ask('getAccount', { account })).place?.id
}

const asParent = ({ id, parent }: Unit): Node => ({
  id,
  kind: parent === undefined ? 'root' : 'unit',
})

/** Pages after which a list counts as endless: whoever counts wrong, or pays no heed to where a page begins, has no last one. */
const pageLimit = 500

/** Every entry of a list that is counted. Throws `Unreadable` where it has no end. */
function* entries<T>(page: (token: string) => Steps<Page<T>>): Steps<readonly T[]> {
  const items: T[] = []
  let token = '0'
  for (let pages = 0; pages < pageLimit; pages += 1) {
    const read = counted({ token }, yield* page(token))
    items.push(...read.items)
    if (read.next === undefined) return items
    token = read.next
  }
  throw new Unreadable('', `has not ended after ${pageLimit} pages`)
}

const members = (parent: string): Steps<readonly Account[]> =>
  entries((token) => ask('listAccountsIn', { parent, token }))

const every = (
  verb: 'listReceivedInvitations' | 'listSentInvitations',
  say: AskOrLook,
): Steps<readonly Invitation[]> => entries((token) => say(verb, { token }))

function* invitationNamed(
  id: string,
  ends: readonly ('listReceivedInvitations' | 'listSentInvitations')[],
  say: AskOrLook,
): Steps<Invitation> {
  for (const end of ends) {
    const found = (yield* every(end, say)).find((invitation) => invitation.id === id)
    if (found !== undefined) return found
  }
  return missing(`the invitation ${id}`)
}
