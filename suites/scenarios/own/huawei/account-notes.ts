import { scenario, type Scenario } from '../../../dsl/scenario.ts'

export const accountNotes: Scenario = scenario({
  id: 'account-notes',
  title: 'What is noted about a member is rewritten and cleared',
  needs: ['account-notes', 'account-listing'],
  checks: {
    'notes-are-written': { title: 'Notes about a member are written' },
    'notes-read-back': { title: 'Notes about a member read back' },
    'no-notes-change-nothing': { title: 'Writing no notes changes nothing' },
    'empty-notes-clear': { title: 'Empty notes clear what was there' },
    'unknown-is-refused': {
      title: 'Nothing is noted about an unknown account',
      refusal: 'accountNotFound',
    },
  },
  async run({ actors, check, given, unknown }) {
    const owner = await actors.owner()
    const { id: account } = await actors.member(owner)
    const read = async () => given(await owner.getAccount({ account })).notes ?? ''
    const written = check.done(
      'notes-are-written',
      await owner.updateAccountNotes({ account, notes: 'ours' }),
    )
    check('notes-read-back', [written.notes, await read()], { equals: ['ours', 'ours'] })
    given(await owner.updateAccountNotes({ account }))
    check('no-notes-change-nothing', await read(), { equals: 'ours' })
    given(await owner.updateAccountNotes({ account, notes: '' }))
    check('empty-notes-clear', await read(), { equals: '' })
    const nobody = { account: unknown('account'), notes: 'ours' }
    check.refused('unknown-is-refused', await owner.updateAccountNotes(nobody))
  },
})
