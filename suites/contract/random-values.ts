import { Faker, en } from '@faker-js/faker'

/** A source of values: the same seed draws the same values. */
export interface RandomValues {
  /** a whole number from 0 up to, not including, `below` */
  readonly below: (below: number) => number
  readonly pick: <T>(choices: readonly T[]) => T
  /** words that read like a person's own, letters and spaces only */
  readonly phrase: () => string
}

/** A source with a seed (32 bits). */
export function randomValues(seed: number): RandomValues {
  const faker = new Faker({ locale: en, seed })
  return {
    below: (below) => faker.number.int({ min: 0, max: below - 1 }),
    pick: (choices) => faker.helpers.arrayElement(choices),
    phrase: () => `${faker.word.adjective()} ${faker.word.noun()}`.replaceAll(/[^a-z ]/gu, 'x'),
  }
}
