import type { Faker } from '@faker-js/faker'
import { faker as english } from '@faker-js/faker/locale/en'

import { seedOf } from '../case/seed-of.ts'

/** A source of values: the same seed draws the same values. */
export interface RandomValues {
  /** a whole number from 0 up to, not including, `below` */
  readonly below: (below: number) => number
  readonly pick: <T>(choices: readonly T[]) => T
  /** words that read like a person's own, letters and spaces only */
  readonly phrase: () => string
}

/** Faker's class, as its English part has it: its main entry loads seventy languages, a fifth of a second. */
const EnglishFaker = english.constructor as typeof Faker

/** A source for everything that has a name: what one draws never changes what another one does. */
export type NamedValues = (name: string) => RandomValues

/** Sources with a seed (32 bits). */
export function namedValues(seed: number): NamedValues {
  return (name) => randomValues(seedOf(seed, name))
}

/** A source with a seed (32 bits). */
export function randomValues(seed: number): RandomValues {
  let opened: Faker | undefined
  // most sources are never drawn from, and opening one takes longer than all that is drawn
  const faker = (): Faker => (opened ??= new EnglishFaker({ locale: english.rawDefinitions, seed }))
  return {
    below: (below) => faker().number.int({ min: 0, max: below - 1 }),
    pick: (choices) => faker().helpers.arrayElement(choices),
    phrase: () => {
      const { word } = faker()
      return `${word.adjective()} ${word.noun()}`.replaceAll(/[^a-z ]/gu, 'x')
    },
  }
}
