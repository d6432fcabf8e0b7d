import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { LimitName } from '../../specs/vocabulary/limit-name.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { Area } from './areas.ts'
import { looksAt } from './looks.ts'
import { ownSayings } from './own/own-words.ts'
import { symbolsIn, type Saying, type Values } from './saying.ts'
import { membershipSayings } from './sayings/membership.ts'
import { policySayings } from './sayings/policies.ts'
import { serviceSayings } from './sayings/services.ts'
import { tagSayings } from './sayings/tags.ts'
import { treeSayings } from './sayings/tree.ts'

/** What scripts in an area of a vendor are made of. */
export interface Vocabulary {
  /** what is said of its own accord, by its verb, with its weight */
  readonly chosen: readonly (readonly [weight: number, readonly Saying[]])[]
  /** what brings something about, the plainest way first */
  readonly makers: (fact: string) => readonly Saying[]
  /** what ends something */
  readonly enders: (fact: string) => readonly Saying[]
  /** what begins a script */
  readonly beginning: readonly Saying[]
  /** how whatever a saying names is looked at */
  readonly looks: (about: readonly Saying[]) => readonly Saying[]
  /** what is so from the start */
  readonly given: readonly string[]
  /** how many days may pass: one less than something lasts, or one more */
  readonly days: readonly number[]
  /** whether a verb is one operation */
  readonly isPlain: (verb: Verb) => boolean
}

const all = [membershipSayings, treeSayings, policySayings, serviceSayings, tagSayings, ownSayings]

/** What a vendor can say in an area. */
export function vocabularyOf(vendor: Vendor, area: Area): Vocabulary {
  const values = valuesOf(vendor)
  const said = all.flatMap((sayings) => sayings(values)).filter(({ verb }) => says(vendor, verb))
  const looked = (name: string): readonly Saying[] =>
    looksAt(name, values).filter(({ verb }) => area.looks.includes(verb) && says(vendor, verb))
  return {
    chosen: Object.entries(area.says).flatMap(([verb, weight]) => {
      const ways = said.filter((one) => one.verb === verb && isAbout(area, one))
      return ways.length === 0 ? [] : [[weight, ways] as const]
    }),
    makers: (fact) => said.filter(({ makes }) => makes.includes(fact)),
    enders: (fact) => said.filter(({ ends }) => ends.includes(fact)),
    beginning: said.filter(({ makes }) => makes.includes('organization')),
    looks: (about) => namedIn(about).flatMap(looked),
    given: values.on.map((type) => `type ${type}`),
    days: daysIn(vendor),
    isPlain: (verb) => vendor.dialect[verb] !== undefined,
  }
}

/** Whether a saying names nothing that an area does not speak of. */
const isAbout = ({ about }: Area, { args }: Saying): boolean =>
  about === undefined ||
  symbolsIn(args).every(
    (name) => !/^(?:unit|policy|ann|bob|made)\b/u.test(name) || about.includes(name),
  )

const valuesOf = ({ profile, referenceEndpoint }: Vendor): Values => ({
  types: profile.policyTypes,
  on: referenceEndpoint.behaviour.foundingTypes ?? profile.policyTypes,
  services: profile.services,
  endpoints: profile.endpoints ?? [],
})

/** What lasts for days. */
const lasting: readonly LimitName[] = [
  'invitationDays',
  'invitationVisibleDays',
  'createdAccountWaitDays',
]

const daysIn = ({ profile, referenceEndpoint }: Vendor): readonly number[] =>
  lasting.flatMap((name) => {
    const value = profile.limits[name]?.value ?? referenceEndpoint.limits?.[name]
    return typeof value === 'number' ? [value - 1, value + 1] : []
  })

/** What is named, and what is always there. */
const namedIn = (about: readonly Saying[]): readonly string[] => [
  ...new Set([
    'organization',
    'root',
    ...about.flatMap(({ by, args }) => [by, ...symbolsIn(args)]),
  ]),
]
