import type { Random } from '../client/random.ts'
import { openFacts } from './facts.ts'
import { drawn, nextIn } from './next-saying.ts'
import { replacedIn, roles, symbolsIn, type Saying } from './saying.ts'
import type { Script, Step } from './script.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How a script is written. */
export interface Writing {
  /** how many steps it has before everything is looked at */
  readonly steps: number
  readonly random: Random
  /** whether some steps are sent at the same time */
  readonly pairs?: boolean
  /** how many days may pass before a step; none ever do unless said */
  readonly days?: readonly number[]
}

/** How often what is needed is brought about first. */
const sensibly = 0.85
/** How often somebody else says it, and how often it names something else. */
const byOthers = 0.07
const ofOthers = 0.06
/** How often what was touched is looked at next. */
const looking = 0.3
/** How often two are sent at once, where some are. */
const atOnce = 0.45

/** How often days pass before a step, where they may. */
const waiting = 0.2

/** More that is needed for what is needed is left to chance. */
const deepest = 4

/**
 * Writes a script: what is said is mostly what makes sense by then, so that it gets far, and now and then what does not. It
 * ends with a look at everything that it named.
 *
 * The steps are made for one another while names stay symbols: so they get deeper than steps that are drawn one by one,
 * and any of them can be left out. fast-check's `commands` knows neither, and its shrinking can be bounded only by how many
 * runs it takes.
 */
export function writeScript(vocabulary: Vocabulary, writing: Writing): Script {
  const pen = openPen(vocabulary, writing)
  for (const first of vocabulary.beginning) pen.put(first)
  while (pen.written.length < writing.steps) pen.goOn()
  const written = pen.written.slice(0, Math.max(1, writing.steps))
  const looks = vocabulary.looks(written).map((look) => ({ ...look, looks: true }) as const)
  const all: readonly Written[] = [...written, ...looks]
  return all.map(({ verb, by, args, calls, ...when }, index) => ({
    number: index + 1,
    verb,
    by,
    args,
    ...(calls !== undefined && { calls }),
    ...(when.meanwhile === true && { meanwhile: true }),
    ...(when.days !== undefined && { days: when.days }),
    ...(when.looks === true && { looks: true }),
  }))
}

type Written = Saying & Pick<Step, 'meanwhile' | 'days' | 'looks'>

interface Pen {
  readonly written: Written[]
  readonly put: (saying: Written) => void
  readonly goOn: () => void
}

const openPen = (vocabulary: Vocabulary, { random, pairs, days = [] }: Writing): Pen => {
  const written: Written[] = []
  const facts = openFacts(vocabulary.given)
  const put = (saying: Written): void => {
    written.push(saying)
    facts.change(saying)
  }
  const bring = (need: string, depth: number): void => {
    if (facts.has(need) || depth >= deepest) return
    const makers = vocabulary.makers(need)
    const maker = depth === 0 ? drawn(makers, random) : makers[0]
    if (maker === undefined) return
    prepare(maker, depth + 1)
    put(maker)
  }
  const prepare = (saying: Saying, depth = 0): void => {
    for (const lack of saying.lacks) {
      const ender = facts.has(lack) ? drawn(vocabulary.enders(lack), random) : undefined
      if (ender !== undefined) put(ender)
    }
    for (const need of saying.needs) bring(need, depth)
  }
  const putMeanwhile = (one: Saying): void => {
    const second = random() < 0.5 ? one : nextIn(vocabulary, facts, random).saying
    if (vocabulary.isPlain(second.verb)) put({ ...second, meanwhile: true })
  }
  const goOn = (): void => {
    const { saying: one, prepared } = nextIn(vocabulary, facts, random)
    if (prepared && random() < sensibly) prepare(one)
    put(later(twisted(one, random), days, random))
    if (pairs === true && random() < atOnce && vocabulary.isPlain(one.verb)) putMeanwhile(one)
    const look = drawn(vocabulary.looks([one]), random)
    if (look !== undefined && random() < looking) put(look)
  }
  return { written, put, goOn }
}

/** The same said days later, now and then. */
const later = (saying: Saying, days: readonly number[], random: Random): Written => {
  if (days.length === 0 || random() >= waiting) return saying
  const some = drawn(days, random)
  return { ...saying, ...(some !== undefined && { days: some }) }
}

/** The same said by somebody else, or of something else, now and then. */
const twisted = (saying: Saying, random: Random): Saying => {
  const others = roles.filter((role) => role !== saying.by)
  if (random() < byOthers) {
    return { ...saying, by: drawn(others, random) ?? saying.by, ...nothing }
  }
  const symbols = symbolsIn(saying.args).filter((symbol) => elsewhere(symbol).length > 0)
  const meant = drawn(symbols, random)
  if (meant === undefined || random() >= ofOthers) return saying
  const other = drawn(elsewhere(meant), random) ?? meant
  const args = replacedIn(saying.args, (symbol) => `$${symbol === meant ? other : symbol}`)
  return { ...saying, args: args as Saying['args'], ...nothing }
}

/** What is refused leaves everything as it was, and names nothing. */
const nothing: Pick<Saying, 'makes' | 'ends'> = { makes: [], ends: [] }

/** What can be named instead: an id that nothing has, what another organization has, a stranger. */
const elsewhere = (symbol: string): readonly string[] => {
  const [kind = ''] = symbol.split(' ')
  if (kind === 'unit') return ['nobody unit', 'unit X', 'root']
  if (kind === 'policy' || kind === 'invitation') return [`nobody ${kind}`]
  return ['ann', 'bob', 'made'].includes(kind) ? ['nobody account', 'cy', 'owner', 'other'] : []
}
