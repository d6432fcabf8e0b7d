import type { Profile } from '../../specs/vendor/profile.ts'
import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import type { Step } from './script.ts'

/** What symbols stand for while a script is played. */
export interface Names {
  readonly meaning: (symbol: string) => string
  readonly has: (symbol: string) => boolean
  readonly bind: (symbol: string, id: string) => void
  /** learns where a step that was carried out put something */
  readonly moved: (step: Step) => void
}

/** Opens what symbols stand for; so far that are these. */
export function openNames(
  { unknown, policyContents }: Pick<Profile, 'unknown' | 'policyContents'>,
  known: ReadonlyMap<string, string>,
): Names {
  const ids = new Map(known)
  /** by account: the symbol of where it was put last */
  const places = new Map<string, string>()
  const ofKind: Readonly<Record<string, (name: string, number: string) => string | undefined>> = {
    nobody: (name) => unknown[name],
    content: (type, number) => policyContents[type as PolicyType]?.[Number(number)],
    place: (account) => meaning(places.get(account) ?? 'root'),
  }
  const meaning = (symbol: string): string => {
    const [kind = '', name = '', number = ''] = symbol.split(' ')
    const own = Object.hasOwn(ofKind, kind) ? ofKind[kind]?.(name, number) : ids.get(symbol)
    return own ?? unknown[kind] ?? 'nobody'
  }
  return {
    meaning,
    has: (symbol) => ids.has(symbol),
    bind: (symbol, id) => void ids.set(symbol, id),
    moved: ({ verb, by, args }) => {
      if (verb === 'moveAccount') places.set(bare(args['account']), bare(args['to']))
      // from somewhere, and to nowhere else
      else if ('from' in args && !('to' in args)) places.delete(bare(args['account']))
      if (verb === 'acceptInvitation') places.delete(by)
      // a new one has another root
      if (verb === 'createOrganization') ids.delete(by === 'other' ? 'root of other' : 'root')
    },
  }
}

const bare = (symbol: unknown): string => String(symbol).replace('$', '')
