import { listAll } from '../actors/list-all.ts'
import { settledCreation } from '../actors/membership.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import type { CreatedResource, CreateResource, ResourceFactory } from './created-resource.ts'

/** An account creation: one that is asked for now or, where no account may be made, one that was asked for before. */
export const createdOrFound: CreateResource = async (factory) => {
  try {
    return await created(factory)
  } catch (error) {
    const isDenied = error instanceof PrerequisiteMissing && error.code === 'DANGER_DENIED'
    const found = isDenied ? await foundIn(factory) : undefined
    if (found === undefined) throw error
    return found
  }
}

const created: CreateResource = async ({ context, owner }) => {
  const manager = await owner()
  const { fresh } = context
  const asked = given(
    await manager.createAccount({ name: fresh.name('account'), email: fresh.email() }),
  )
  const { id } = await settledCreation(manager, asked, context)
  return { fields: { id } }
}

const foundIn = async ({ owner }: ResourceFactory): Promise<CreatedResource | undefined> => {
  const [creation] = given(await listAll(await owner(), 'listAccountCreations', {}))
  return creation && { fields: { id: creation.id } }
}
