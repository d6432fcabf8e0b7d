import { say, type Saying, type Sayings, type Values } from '../saying.ts'

const places = ['root', 'unit A', 'unit B', 'ann']

/** What has to be there so that something hangs on a place. */
const standing = (place: string): readonly string[] => {
  if (place === 'root') return []
  return [place === 'ann' ? 'member ann' : place]
}

/** Two policies of the first type, and one of the second. */
const policiesOf = ({ types: [first, second] }: Values): readonly (readonly [string, string])[] => [
  ...(first === undefined
    ? []
    : ([
        ['policy P', first],
        ['policy Q', first],
      ] as const)),
  ...(second === undefined ? [] : ([['policy R', second]] as const)),
]

/** Names are unique among the policies of a type. */
const names: Readonly<Record<string, string>> = {
  'policy P': 'Pear',
  'policy Q': 'Quince',
  'policy R': 'Pear',
}

const written = ([policy, type]: readonly [string, string]): readonly Saying[] => {
  const symbol = `$${policy}`
  const of = { name: names[policy], type, description: 'first', content: `$content ${type} 0` }
  return [
    say('createPolicy', of, { makes: [policy], calls: policy }),
    say('updatePolicy', { policy: symbol, name: 'Plum' }, { needs: [policy] }),
    say('updatePolicy', { policy: symbol, name: 'Pear' }, { needs: [policy] }),
    say('updatePolicy', { policy: symbol, description: 'second' }, { needs: [policy] }),
    say('updatePolicy', { policy: symbol, content: `$content ${type} 1` }, { needs: [policy] }),
    say('deletePolicy', { policy: symbol }, { needs: [policy], ends: [policy, `${policy} on *`] }),
  ]
}

const hung = ([policy, type]: readonly [string, string]): readonly Saying[] =>
  places.flatMap((target) => {
    const args = { policy: `$${policy}`, target: `$${target}` }
    const hangs = `${policy} on ${target}`
    return [
      say('attachPolicy', args, {
        needs: [`type ${type}`, policy, ...standing(target)],
        makes: [hangs],
      }),
      say('detachPolicy', args, { needs: [hangs], ends: [hangs] }),
    ]
  })

const switched = (type: string): readonly Saying[] => [
  say('enablePolicyType', { root: '$root', type }, { makes: [`type ${type}`] }),
  say(
    'disablePolicyType',
    { root: '$root', type },
    { needs: [`type ${type}`], ends: [`type ${type}`] },
  ),
]

/** What comes of policies for an account: of its own, of the unit it stands in, of the root. */
const effective = ([policy, type]: readonly [string, string]): readonly Saying[] =>
  places.slice(0, 2).map((place) =>
    say(
      'getEffectivePolicy',
      { type, target: '$ann' },
      {
        needs: [
          'member ann',
          ...(place === 'root' ? [] : [`ann in ${place}`]),
          `${policy} on ${place}`,
        ],
      },
    ),
  )

/** Policies, their types, and where they hang. */
export const policySayings: Sayings = (values) => [
  ...policiesOf(values).flatMap(written),
  ...policiesOf(values).flatMap(hung),
  ...policiesOf(values).slice(2).flatMap(effective),
  ...values.types.slice(0, 2).flatMap(switched),
]
