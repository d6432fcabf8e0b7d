import type { JsonObject } from '../../specs/contract/json.ts'
import { judgeRefusal } from '../verdict/judge.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Bench } from './request-builder.ts'
import { judgeStopped } from './judge-positive.ts'
import { changed, valueAt } from './json-path.ts'
import type { Negative } from './plan.ts'
import type { Performance } from './run-operation.ts'
import { disproof } from './prove-negative.ts'
import { openWatch } from './unchanged-check.ts'

/** What the negatives came to, before their twins are known. */
export interface PlayedNegatives {
  /** where writing, a world that none of them touched */
  readonly bench: Bench
  readonly settle: (accepted: ReadonlyMap<string, Judgement>) => void
}

type Heard = Outcome<unknown> | { readonly kind: 'stopped'; readonly judged: Judgement }

/** Sends every request that ought to be refused. What is accepted after all costs a new world. */
export async function playNegatives(performance: Performance): Promise<PlayedNegatives> {
  const { plan, stage } = performance
  const heard = new Map<Negative, Heard>()
  let bench = await performance.bench()
  const watch = openWatch(performance)
  await watch.start(bench)
  const anew = async (): Promise<void> => {
    bench = await performance.bench()
    await watch.start(bench)
  }
  for (const negative of plan.negatives) {
    let outcome = await ask(performance, bench, negative)
    // a wrong code may come from what an earlier refusal did all the same: a new world shows
    if (isMisnamed(performance, negative, outcome)) {
      await anew()
      outcome = await ask(performance, bench, negative)
    }
    heard.set(negative, outcome)
    if (outcome.kind === 'refused') watch.refused(outcome.exchange)
    if (isUnclean(performance, outcome)) await anew()
  }
  await watch.end(bench)
  return {
    bench: plan.setting.writes ? await performance.bench() : bench,
    settle: (accepted) => {
      const { unchanged } = plan.common
      if (unchanged !== undefined) stage.record(unchanged.id, watch.judged(accepted.get('minimal')))
      for (const [negative, outcome] of heard) {
        const judged = settleNegative(performance, { negative, outcome, accepted })
        for (const [step, judgement] of Object.entries(judged)) {
          const check = negative.steps[step as keyof typeof judged]
          if (check !== undefined) stage.record(check.id, judgement)
        }
      }
    },
  }
}

const isMisnamed = ({ plan }: Performance, { refusals }: Negative, outcome: Heard): boolean =>
  plan.setting.writes &&
  outcome.kind === 'refused' &&
  judgeRefusal(plan.vendor, refusals, outcome).code.verdict !== 'pass'

/** What was not cleanly refused may have been done all the same. */
const isUnclean = ({ plan }: Performance, { kind }: Heard): boolean =>
  plan.setting.writes && kind !== 'refused' && kind !== 'stopped'

/** The input of a negative: its twin, but for the fault. */
export async function spoiled(bench: Bench, { site, spoil }: Negative): Promise<JsonObject> {
  const twin = site.token ? await bench.minimal() : await bench.with(site)
  return changed(twin, site.place, spoil(valueAt(twin, site.place) ?? '', bench.draw))
}

const ask = async (
  { plan, stage, speech, validator }: Performance,
  bench: Bench,
  negative: Negative,
): Promise<Heard> => {
  try {
    const caller = await bench.world.caller()
    const input = await spoiled(bench, negative)
    const problem = disproof(validator, plan.operation, {
      negative,
      input,
      isOwn: stage.client.isOwn,
    })
    if (problem !== undefined) throw new Error(`${negative.key} is no such fault: ${problem}`)
    return await speech.say(caller, input, true)
  } catch (error) {
    return { kind: 'stopped', judged: judgeStopped(error) }
  }
}

interface Settled {
  readonly negative: Negative
  readonly outcome: Heard
  readonly accepted: ReadonlyMap<string, Judgement>
}

/** A refusal counts only when the same request without the fault is accepted. */
const settleNegative = (
  { plan }: Performance,
  { negative, outcome, accepted }: Settled,
): ReturnType<typeof judgeRefusal> => {
  if (outcome.kind === 'stopped') return everyStep(outcome.judged)
  const twin = accepted.get(negative.twin)
  if (twin === undefined) throw new Error(`${negative.key} has no twin ${negative.twin}`)
  if (twin.verdict === 'pass') return judgeRefusal(plan.vendor, negative.refusals, outcome)
  if (twin.verdict !== 'fail') return everyStep(twin)
  const exchanges = [...twin.exchanges, outcome.exchange]
  const reason = `SETUP_FAILED: the valid twin is refused: ${twin.received ?? negative.twin}`
  return everyStep({ verdict: 'untestable', reason, exchanges })
}

const everyStep = (judged: Judgement): ReturnType<typeof judgeRefusal> => ({
  refused: judged,
  declared: judged,
  code: judged,
  reason: judged,
})
