import { say, type Role, type Saying, type Sayings } from '../saying.ts'

const members: readonly Role[] = ['ann', 'bob']

const trusted = (service: string): readonly Saying[] => {
  const trust = `trust in ${service}`
  return [
    say('enableServiceAccess', { service }, { makes: [trust] }),
    say('disableServiceAccess', { service }, { needs: [trust], ends: [trust] }),
    ...members.flatMap((member) => {
      const args = { account: `$${member}`, service }
      const has = `${member} has ${service}`
      return [
        say('registerDelegate', args, { needs: [trust, `member ${member}`], makes: [has] }),
        say('deregisterDelegate', args, { needs: [has], ends: [has] }),
      ]
    }),
  ]
}

/** Services that are trusted, and who looks after them. */
export const serviceSayings: Sayings = ({ services }) => services.slice(0, 2).flatMap(trusted)
