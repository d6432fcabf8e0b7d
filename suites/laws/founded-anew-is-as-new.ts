import type { Actor } from '../actors/actor.ts'
import { invite } from '../actors/membership.ts'
import { scenario, type Scenario, type ScenarioContext } from '../dsl/scenario.ts'
import { verbIn, withoutEnded, type Snapshot } from '../dsl/snapshot.ts'
import { untrustedServices } from '../dsl/untrusted-services.ts'

const questions = {
  'nothing-is-left': { title: 'An organization that was dissolved leaves nothing to the next' },
} as const

type Anew = ScenarioContext<keyof typeof questions>

export const foundedAnewIsAsNew: Scenario = scenario({
  id: 'founded-anew-is-as-new',
  kind: 'law',
  title: 'An account that founds again has as little as the first time',
  needs: ['organizations'],
  checks: questions,
  async run(context) {
    const { actors, check, given, world } = context
    const founder = await actors.standalone()
    given(await founder.createOrganization())
    const first = countsIn(await world(founder))
    await useUp(context, founder)
    given(await founder.deleteOrganization())
    given(await founder.createOrganization())
    check('nothing-is-left', countsIn(await world(founder)), { equals: first })
  },
})

/** What an organization may be dissolved with. */
const useUp = async (context: Anew, founder: Actor): Promise<void> => {
  const { actors, given, fresh, offered } = context
  if (offered('tags')) {
    const tags = [{ key: fresh.name('key'), value: 'blue' }]
    for (const resource of [founder.id, await actors.root(founder)]) {
      given(await founder.tagResource({ resource, tags }))
    }
  }
  if (offered('trusted-services')) {
    const [service] = await untrustedServices(context, founder)
    given(await founder.enableServiceAccess({ service }))
  }
  if (offered('policy-types')) await context.switchedOn(founder, 'tag')
  if (offered('invitations')) {
    const invitation = await invite(founder, await actors.standalone())
    given(await founder.cancelInvitation({ invitation }))
  }
}

/** How many entries each list of a snapshot has: what they are called differs. */
const countsIn = (seen: Snapshot): readonly string[] =>
  [...withoutEnded(seen)]
    .map(([question, answer]) => {
      const entries = answer.startsWith('[') ? (JSON.parse(answer) as readonly string[]) : [answer]
      return `${verbIn(question)}: ${entries.length}`
    })
    .toSorted()
