import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { freshFrom } from '../actors/fresh.ts'
import { settle } from '../actors/settle.ts'
import { openWaiting } from '../actors/waiting.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import { openLag, type Lag } from '../case/lag.ts'
import { openMonitor } from '../case/monitor.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import { patienceOf, type Pacing } from '../client/patience.ts'
import type { Target } from '../client/target.ts'
import { openTranscript } from '../client/transcript.ts'
import { openOracle } from '../oracle/oracle.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { follows } from '../verdict/untestable.ts'
import type { Check, JudgedCheck, Judgement } from '../verdict/verdict.ts'
import { runCase } from './run-case.ts'
import type { RunParts } from './run-parts.ts'

// A case on an endpoint whose reads lag; the time moves by pauses alone.

const vendor = await loadVendor('aws')
const credentials = { accessKey: 'k', secret: 's' }
const who = { account: '111122223333', credentials }
const pass: Judgement = { verdict: 'pass', exchanges: [] }
const fail: Judgement = { verdict: 'fail', exchanges: [] }

const target: Target = {
  name: 'late',
  vendor: 'aws',
  endpoint: 'http://127.0.0.1:1',
  region: 'us-east-1',
  accounts: { mode: 'any', by: 'access-key', credentials },
  absent: {},
  limits: {},
  concurrency: 1,
  deadline: 1000,
  readOnly: false,
}

const checkOf = (name: string, level: Check['level'] = 'must'): Check => ({
  id: `case/${name}`,
  title: name,
  vendor: 'aws',
  case: 'case',
  source: 'a test',
  axis: 'behaviour',
  level,
  citations: [],
})

interface Asked {
  readonly judged: ReadonlyMap<string, JudgedCheck>
  readonly plays: number
  readonly seconds: number
  readonly kept: number
  readonly resting: number
  readonly parts: RunParts
}

type Play = (context: CaseContext, endpoint: Endpoint) => Promise<void>

interface Endpoint {
  readonly write: () => Promise<Interaction>
  /** whether what was written last is seen */
  readonly read: () => Promise<boolean>
  readonly play: number
}

/** Asks a case of an endpoint that shows a write after so many milliseconds. */
async function ask(
  lag: number,
  run: Play,
  { stopAt, lag: known, ...pacing }: Pacing & { readonly stopAt?: number; readonly lag?: Lag } = {},
): Promise<Asked> {
  let [time, writtenAt, plays, resting] = [0, Number.NEGATIVE_INFINITY, 0, 0]
  const transcript = openTranscript()
  const stop = new AbortController()
  const client: Pick<Client, 'vendor' | 'call' | 'breaks'> = {
    vendor,
    // no input here is a real one: the model has nothing to say of it
    breaks: () => true,
    call: (_, { operation }) => {
      time += 1
      if (operation === 'CreateOrganizationalUnit') writtenAt = time
      const request = { method: 'POST', path: '/', headers: {}, body: '' }
      const asked = { account: '1', operation, request, at: time, took: 1 }
      const exchange = transcript.record(asked)
      return Promise.resolve({
        exchange,
        reply: { kind: 'output', status: 200, output: {}, notes: [] },
        violations: [],
      })
    },
  }
  const pause = (milliseconds: number): Promise<void> => {
    time += milliseconds
    if (stopAt !== undefined && time >= stopAt) stop.abort()
    return Promise.resolve()
  }
  const asked = { ...target, ...pacing }
  const parts: RunParts = {
    vendor,
    target: asked,
    sequences: { count: 0, steps: 0 },
    seed: 1,
    nonce: 1n,
    now: () => time,
    signal: stop.signal,
    pause,
    rest: (wait) => {
      resting += 1
      return wait()
    },
    waiting: openWaiting({ pause, patience: patienceOf(asked), long: () => {} }),
    lag: known ?? openLag(asked),
    client: client as Client,
    transcript,
    fresh: freshFrom(1n, vendor.mintAccount),
    monitor: openMonitor(transcript),
    oracle: openOracle(transcript),
    wanted: () => true,
    decided: new Map(),
    redact: (text) => text,
  }
  const one: Case = {
    id: 'case',
    checks: [checkOf('first'), checkOf('second', 'should')],
    needs: [],
    access: 'write',
    run: async (context) => {
      plays += 1
      const call = async (operation: string): Promise<Interaction> => {
        const interaction = await context.client.call(who, { operation, input: {} })
        ;(context.interactions as Interaction[]).push(interaction)
        return interaction
      }
      await run(context, {
        write: () => call('CreateOrganizationalUnit'),
        read: async () => {
          await call('ListRoots')
          return time - writtenAt >= lag
        },
        play: plays,
      })
    },
  }
  const judged = await runCase(one, parts)
  const kept = [...Array(100).keys()].filter((id) => transcript.get(id) !== undefined).length
  return { judged, plays, seconds: time / 1000, kept, resting, parts }
}

const verdicts = ({ judged }: Asked): readonly string[] =>
  [...judged.values()].map(({ verdict, code }) => code ?? verdict)

/** Writes twice, and reads behind each. */
const story: Play = async ({ record }, { write, read }) => {
  await write()
  record('case/first', (await read()) ? pass : fail)
  await write()
  record('case/second', (await read()) ? pass : fail)
}

test('what is seen at once is asked once', async () => {
  const asked = await ask(0, story)
  expect([verdicts(asked), asked.plays, asked.resting]).toEqual([['pass', 'pass'], 1, 0])
})

test.each([
  [300, 2],
  [2000, 3],
  [9000, 4],
])('a write that is seen after %i ms is right at play %i', async (lag, plays) => {
  const asked = await ask(lag, story)
  expect([verdicts(asked), asked.plays]).toEqual([['pass', 'pass'], plays])
  expect(asked.parts.lag.seen().late).toEqual(['case/first', 'case/second'])
  // nothing of the earlier plays is kept, and nobody was kept from their turn
  expect(asked.kept).toBe(0)
  expect(asked.resting).toBeGreaterThan(0)
})

/** A story whose answers are lost so many times, one after the other. */
const losing =
  (times: number): Play =>
  async ({ record, interactions }, { write, play }) => {
    const written = await write()
    const reply = { kind: 'lost', problem: 'reset', detail: 'by chance' } as const
    const lost = play <= times
    if (lost) (interactions as Interaction[]).push({ ...written, reply })
    for (const check of ['case/first', 'case/second']) {
      record(check, lost ? { verdict: 'inconclusive', exchanges: [] } : pass)
    }
  }

test('what a lost answer left open is asked again at the same pace, a few times', async () => {
  const once = await ask(0, losing(2))
  expect([verdicts(once), once.plays]).toEqual([['pass', 'pass'], 3])
  expect(once.seconds).toBeLessThan(0.4)
  // that it came later is no lag
  expect(once.parts.lag.seen().late).toEqual([])
  const always = await ask(0, losing(99))
  expect(verdicts(always)).toEqual(['inconclusive', 'inconclusive'])
  expect(always.plays).toBe(6)
})

test('what stays wrong is wrong, however slowly it is asked', async () => {
  const asked = await ask(Number.POSITIVE_INFINITY, story)
  expect([verdicts(asked), asked.plays]).toEqual([['fail', 'warn'], 4])
  expect(asked.parts.lag.seen().late).toEqual([])
})

test('where all is said to be seen at once, there is one more look', async () => {
  const immediate = { consistency: 'immediate' } as const
  const wrong = await ask(Number.POSITIVE_INFINITY, story, immediate)
  expect([verdicts(wrong), wrong.plays]).toEqual([['fail', 'warn'], 2])
  expect(wrong.seconds).toBeLessThan(1)
  expect((await ask(0, story, { ...immediate, patience: { listing: 0 } })).plays).toBe(1)
})

test('a set-up that fails may be lag, too', async () => {
  const asked = await ask(300, async ({ record }, { write, read }) => {
    await write()
    if (!(await read())) throw new PrerequisiteMissing('SETUP_FAILED', 'it is not there')
    for (const check of ['case/first', 'case/second']) record(check, pass)
  })
  expect([verdicts(asked), asked.plays]).toEqual([['pass', 'pass'], 2])
})

test.each([
  ['NOT_IMPLEMENTED', 'is not offered'],
  ['NO_QUOTA', 'is more than there is room for'],
] as const)('%s comes to the same at any pace', async (code, detail) => {
  const asked = await ask(0, async (_, { write }) => {
    await write()
    throw new PrerequisiteMissing(code, `it ${detail}`)
  })
  expect([verdicts(asked), asked.plays]).toEqual([[code, code], 1])
})

test('a case that wrote nothing has nothing to wait for', async () => {
  const asked = await ask(0, async ({ record }, { read }) => {
    await read()
    for (const check of ['case/first', 'case/second']) record(check, fail)
  })
  expect(asked.plays).toBe(1)
})

test('one play counts as a whole: the one that found least', async () => {
  const asked = await ask(0, async ({ record }, { write, play }) => {
    await write()
    // each play finds something else, the second one less
    record('case/first', play === 2 ? pass : fail)
    record('case/second', fail)
  })
  expect([verdicts(asked), asked.plays]).toEqual([['pass', 'warn'], 4])
})

test('a later play that there is no room for takes no finding away', async () => {
  const asked = await ask(0, async ({ record }, { write, play }) => {
    await write()
    if (play > 1) throw new PrerequisiteMissing('NO_QUOTA', 'there is no room for another one')
    for (const check of ['case/first', 'case/second']) record(check, fail)
  })
  expect([verdicts(asked), asked.plays]).toEqual([['fail', 'warn'], 2])
})

/** A settling that looks at something that comes about after so many seconds, or never, and tells how long it was waited for. */
const settleIn = async (context: CaseContext, seconds = Number.POSITIVE_INFINITY) => {
  const began = context.now()
  const state = (): number => (context.now() - began >= seconds * 1000 ? 1 : 0)
  await settle(
    {
      what: `it in ${seconds} s`,
      patience: 'creation',
      look: () => Promise.resolve({ operation: 'Look', exchange: 0, kind: 'done', value: state() }),
      until: (value) => value === 1,
    },
    context.waiting,
  )
}

test('what was waited for in vain leaves nothing that is worth another play', async () => {
  const asked = await ask(0, async (context, { write }) => {
    context.record('case/first', pass)
    await write()
    await settleIn(context)
  })
  expect([verdicts(asked), asked.plays]).toEqual([['pass', 'inconclusive'], 1])
})

test('what else is wrong is asked again, and what was waited for in vain is not waited for again', async () => {
  const asked = await ask(2000, async (context, { write, read }) => {
    await write()
    context.record('case/first', (await read()) ? pass : fail)
    await settleIn(context)
  })
  expect([verdicts(asked), asked.plays]).toEqual([['pass', 'inconclusive'], 3])
  const { creation } = patienceOf({})
  expect(asked.seconds).toBeGreaterThan(creation)
  expect(asked.seconds).toBeLessThan(creation + 10)
  expect(asked.judged.get('case/second')?.reason).toContain('the patience for creation is 600 s')
})

test('all plays of a case wait for little more than one patience', async () => {
  const asked = await ask(Number.POSITIVE_INFINITY, async (context, { write, read, play }) => {
    await write()
    context.record('case/first', (await read()) ? pass : fail)
    // something else in each play
    await settleIn(context, 10_000 + play)
  })
  expect(asked.plays).toBe(4)
  expect(asked.seconds).toBeLessThan(patienceOf({}).creation + 50)
})

/** Somebody is let in at the first play, who may never call. */
const intruding: Play = async ({ record, intruded }, { write, read, play }) => {
  const { exchange } = await write()
  record('case/first', play === 1 ? { ...fail, exchanges: [exchange.id] } : pass)
  if (play === 1) intruded('case/first')
  await write()
  record('case/second', (await read()) ? pass : fail)
}

test('that somebody was let in is no lag: it stands, and is shown, when a later play refuses it', async () => {
  const asked = await ask(300, intruding)
  expect([verdicts(asked), asked.plays]).toEqual([['fail', 'pass'], 2])
  expect(asked.judged.get('case/first')).toMatchObject({ exchanges: [1] })
  expect(asked.judged.get('case/first')?.reason).toContain('in one of several plays')
  expect([asked.kept, asked.parts.lag.seen().late]).toEqual([1, ['case/second']])
})

test('it is nothing to play a case again for, and nor is what follows it', async () => {
  const asked = await ask(0, async ({ record, intruded }, { write }) => {
    await write()
    record('case/first', fail)
    intruded('case/first')
    record('case/second', { ...follows('case/first', 'nothing was refused'), exchanges: [] })
  })
  expect([verdicts(asked), asked.plays]).toEqual([['fail', 'FOLLOWS'], 1])
})

test('what held late only says so', async () => {
  const { judged } = await ask(2000, story)
  expect(judged.get('case/first')?.reason).toBe('held late: 2.5 s behind each write')
})

test('what was not asked more slowly, since that had helped no other, says so', async () => {
  const closed = openLag({ ...target, consistency: 'immediate' })
  for (let count = 0; count < 18; count += 1) {
    const retrial = closed.begin()
    await retrial.next(retrial.first, 1)
    retrial.end()
  }
  const asked = await ask(2000, story, { lag: closed })
  expect([verdicts(asked), asked.plays]).toEqual([['fail', 'warn'], 1])
  expect(asked.judged.get('case/first')?.reason).toBe(
    'not asked again 0.4 s behind each write, which had helped no other case',
  )
})

test('an answer that was lost is no lag: what holds afterwards teaches nothing', async () => {
  const asked = await ask(0, async ({ record, interactions }, { write, play }) => {
    const { exchange } = await write()
    const lost = { kind: 'lost', problem: 'timeout', detail: 'no answer' } as const
    if (play === 1) (interactions as Interaction[]).push({ exchange, reply: lost, violations: [] })
    for (const check of ['case/first', 'case/second']) record(check, play === 1 ? fail : pass)
  })
  expect([verdicts(asked), asked.plays]).toEqual([['pass', 'pass'], 2])
  expect(asked.parts.lag.seen()).toMatchObject({ again: 1, late: [] })
})

test('a run that is stopped plays nothing again', async () => {
  const asked = await ask(2000, story, { stopAt: 300 })
  expect([verdicts(asked), asked.plays]).toEqual([['fail', 'warn'], 2])
})
