import { say, type Sayings } from '../saying.ts'

const tagged = [
  ['root', 'organization'],
  ['unit A', 'unit A'],
  ['policy P', 'policy P'],
  ['ann', 'member ann'],
] as const

/** Tags on whatever has some. */
export const tagSayings: Sayings = () =>
  tagged.flatMap(([name, fact]) => {
    const resource = `$${name}`
    const tags = `${name} has tags`
    const put = { needs: [fact], makes: [tags] }
    return [
      say('tagResource', { resource, tags: [{ key: 'color', value: 'red' }] }, put),
      say('tagResource', { resource, tags: [{ key: 'color', value: 'blue' }] }, put),
      say('tagResource', { resource, tags: [{ key: 'team', value: '' }] }, put),
      say('untagResource', { resource, keys: ['color'] }, { needs: [fact, tags] }),
    ]
  })
