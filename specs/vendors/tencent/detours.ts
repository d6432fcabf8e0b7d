import { ask, look, type Detours, type Step } from '../../vendor/detour.ts'
import { Unreadable } from '../../vendor/lens.ts'
import type { Account, Invitation, Node, Page, Paging, Unit } from '../../vocabulary/nouns.ts'

/** To say a step for its own sake, or only to look. */
type Saying = typeof ask

/** What a generator of steps comes to. */
type Steps<T> = Generator<Step, T, unknown>

/**
 * How a client says what no single action says: writes answer nothing, so what became of them is read
 * back; one list tells the whole tree; lists count entries instead of handing out tokens.
 */
export const tencentDetours: Detours = {
  *found(args) {
    yield* ask('found', args)
    return yield* look('organization', {})
  },
  *createUnit(args) {
    const { id } = yield* ask('createUnit', args)
    return yield* unitNamed(id, look)
  },
  *roots() {
    const nodes = yield* tree()
    return { items: nodes.filter(({ parent }) => parent === undefined) }
  },
  *units({ parent }) {
    const nodes = yield* tree()
    return {
      items: nodes.filter(
        (node) => node.parent !== undefined && node.parent === (parent ?? node.parent),
      ),
    }
  },
  *unit({ unit }) {
    return yield* unitNamed(unit, ask)
  },
  *renameUnit(args) {
    yield* ask('renameUnit', args)
    return yield* unitNamed(args.unit, look)
  },
  *moveUnit(args) {
    yield* ask('moveUnit', args)
    return yield* unitNamed(args.unit, look)
  },
  *children({ parent, kind }) {
    if (kind === 'account') {
      const accounts = yield* members(parent)
      return { items: accounts.map(({ id }) => ({ id, kind: 'account' })) }
    }
    const nodes = (yield* tree()).filter((node) => node.parent === parent)
    return { items: nodes.map(({ id }) => ({ id, kind: 'unit' })) }
  },
  *parents({ child }) {
    const nodes = yield* tree()
    const unit = nodes.find(({ id }) => id === child)
    const parent = unit === undefined ? yield* homeOf(child) : unit.parent
    return { items: nodes.filter(({ id }) => id === parent).map(asParent) }
  },
  *accounts(args) {
    return counted(args, yield* ask('accounts', args))
  },
  *accountsIn(args) {
    return counted(args, yield* ask('accountsIn', args))
  },
  *leave() {
    const { id } = yield* ask('organization', {})
    return yield* ask('quit', { organization: id })
  },
  *invite(args) {
    yield* ask('invite', args)
    const sent = yield* every('sent', look)
    const open = sent.filter(({ state }) => state === 'open')
    const found = open.find(({ parties = [] }) => parties.some(({ id }) => id === args.target.id))
    return found ?? missing(`the invitation of ${args.target.id}`)
  },
  *accept(args) {
    yield* ask('accept', args)
    return yield* invitationNamed(args.invitation, ['received'], look)
  },
  *decline(args) {
    yield* ask('decline', args)
    return yield* invitationNamed(args.invitation, ['received'], look)
  },
  *cancel(args) {
    yield* ask('cancel', args)
    return yield* invitationNamed(args.invitation, ['sent'], look)
  },
  *invitation({ invitation }) {
    return yield* invitationNamed(invitation, ['received', 'sent'], ask)
  },
  *received(args) {
    return counted(args, yield* ask('received', args))
  },
  *sent(args) {
    return counted(args, yield* ask('sent', args))
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

function* tree(say: Saying = ask): Steps<readonly Unit[]> {
  return (yield* say('wholeTree', {})).items
}

function* unitNamed(id: string, say: Saying): Steps<Unit> {
  const nodes = yield* tree(say)
  return (
    nodes.find((node) => node.id === id && node.parent !== undefined) ?? missing(`the node ${id}`)
  )
}

function* homeOf(account: string): Steps<string | undefined> {
  return (yield* ask('account', { account })).place?.id
}

const asParent = ({ id, parent }: Unit): Node => ({
  id,
  kind: parent === undefined ? 'root' : 'unit',
})

function* members(parent: string): Steps<readonly Account[]> {
  const items: Account[] = []
  for (let token: string | undefined = '0'; token !== undefined;) {
    const page: Page<Account> = counted({ token }, yield* ask('accountsIn', { parent, token }))
    items.push(...page.items)
    token = page.next
  }
  return items
}

function* every(verb: 'received' | 'sent', say: Saying): Steps<readonly Invitation[]> {
  const items: Invitation[] = []
  for (let token: string | undefined = '0'; token !== undefined;) {
    const page: Page<Invitation> = counted({ token }, yield* say(verb, { token }))
    items.push(...page.items)
    token = page.next
  }
  return items
}

function* invitationNamed(
  id: string,
  ends: readonly ('received' | 'sent')[],
  say: Saying,
): Steps<Invitation> {
  for (const end of ends) {
    const found = (yield* every(end, say)).find((invitation) => invitation.id === id)
    if (found !== undefined) return found
  }
  return missing(`the invitation ${id}`)
}
