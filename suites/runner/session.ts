import type { Case } from '../case/case.ts'
import type { Target } from '../client/target.ts'
import type { Transcript } from '../client/transcript.ts'
import type { Check, JudgedCheck } from '../verdict/verdict.ts'
import { casesAt } from './cases-at.ts'
import { casesFor } from './cases-for.ts'
import { judgedBefore } from './judged-before.ts'
import { openContext, type OpenSession } from './open-context.ts'
import { runCase, type JudgedChecks } from './run-case.ts'
import type { SessionParts } from './session-parts.ts'
import { planOf, type AskedCase, type SessionPlan } from './session-plan.ts'
import { turns, type Rest } from './turns.ts'

/** A suite opened on a target: its checks are known before anything is sent. */
export interface Session {
  readonly checks: readonly Check[]
  /** the same checks, by the case that decides them */
  readonly cases: readonly AskedCase[]
  /**
   * The judgement of a check, its texts without secrets. Its case is played once, when the first of its checks is
   * asked; what watches the whole run is judged when every other check that is wanted has been. Throws for a check that
   * there is not, or that was not selected.
   */
  readonly judged: (check: string) => Promise<JudgedCheck>
  /** the checks that an earlier part of the run has judged: their cases are not among those that are asked */
  readonly kept: readonly string[]
  /** what the checks that watch the whole run would come to now */
  readonly watched: () => Promise<readonly JudgedCheck[]>
  /** how many findings what watches the whole run has come to so far */
  readonly findings: () => number
  readonly transcript: Transcript
  /** what could not be taken back in an organization that is not the suite's own, one line for each kind */
  readonly left: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Opens the suite on a target; connects when the first check is asked. */
export function openSession(parts: SessionParts): Session {
  const { vendor, target, selected = () => true } = parts
  const cases = casesAt(parts, parts.cases ?? casesFor(vendor, parts.scenarios))
  const plan = planOf(cases, selected)
  const { asked, caseOf, wanted, watching } = plan
  const context = openContext(parts, (check) => wanted.has(check))
  const before = judgedBefore(cases, context.wanted, {
    target: target.name,
    judged: parts.judged ?? {},
  })
  for (const judged of before.values()) for (const one of judged) context.decided.set(...one)
  const done = new Set([...before.keys()].map(({ id }) => id))
  const play = openPlays(parts, { before, plan, context })
  return {
    checks: asked.flatMap(({ checks }) => checks),
    cases: asked.filter(({ id }) => !done.has(id)),
    kept: asked.flatMap(({ id, checks }) => (done.has(id) ? checks.map((check) => check.id) : [])),
    watched: () => watchedBy(watching, context),
    judged: async (id) => {
      const one = caseOf(id)
      const judged = one === undefined ? undefined : (await play(one)).get(id)
      if (judged === undefined) throw new Error(`there is no check ${id}`)
      return judged
    },
    ...shown(context),
    left: async () => (await context.organization?.left()) ?? [],
    close: context.close,
  }
}

/** Each case is played once, when it is its turn. */
const openPlays = (
  { target }: SessionParts,
  playing: {
    readonly before: ReadonlyMap<Case, JudgedChecks>
    readonly plan: SessionPlan
    readonly context: OpenSession
  },
): ((one: Case) => Promise<JudgedChecks>) => {
  const { before, plan, context } = playing
  const turn = turns(target.accounts.mode === 'any' ? target.concurrency : 1)
  // whoever moves the time moves it for all
  const moving = turns(1)
  const played = new Map([...before].map(([one, judged]) => [one, Promise.resolve(judged)]))
  const play = (one: Case): Promise<JudgedChecks> => {
    const known = played.get(one) ?? playInTurn(one)
    played.set(one, known)
    return known
  }
  const playInTurn = async (one: Case): Promise<JudgedChecks> => {
    await Promise.all(beforehand(one, plan).map(play))
    const run = (): Promise<JudgedChecks> =>
      turn((rest) => runCase(one, { ...context, rest: resting(target, rest) }))
    const judged = await (one.movesTime === true ? moving(run) : run())
    for (const [id, judgement] of judged) context.decided.set(id, judgement)
    return judged
  }
  return play
}

/** The cases that a case waits for. */
const beforehand = (
  { after, movesTime }: Case,
  { first, still }: Pick<SessionPlan, 'first' | 'still'>,
): readonly Case[] => {
  if (after !== undefined) return first
  return movesTime === true ? still : []
}

const shown = ({
  transcript,
  findings,
}: OpenSession): Pick<Session, 'transcript' | 'findings'> => ({
  transcript,
  findings,
})

/** What watches is judged by what was seen so far; nothing is sent. */
const watchedBy = async (
  watching: readonly Case[],
  context: OpenSession,
): Promise<readonly JudgedCheck[]> => {
  const now = { ...context, rest: <T>(wait: () => Promise<T>): Promise<T> => wait() }
  const all = await Promise.all(watching.map((one) => runCase(one, now)))
  return all.flatMap((judged) => [...judged.values()])
}

/** In an organization that is not the suite's own, cases would meet: one waits while the others do. */
const resting = ({ accounts }: Target, rest: Rest): Rest =>
  accounts.mode === 'any' ? rest : (wait) => wait()
