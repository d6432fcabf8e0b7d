import { resourceDocument } from '../../actors/resource-document.ts'
import { given } from '../../verdict/outcome.ts'
import type { CreateResource } from '../created-resource.ts'

/** Makes the organization's own policy, about the management account. */
export const createResourcePolicy: CreateResource = async ({ context, owner }) => {
  const boss = await owner()
  const content = resourceDocument(context.vendor.profile, boss.id)
  const { id } = given(await boss.putResourcePolicy({ content }))
  return { fields: { id } }
}

/** Finds the organization's own policy where nothing may be written. */
export const findResourcePolicy: CreateResource = async ({ owner }) => {
  const { id } = given(await (await owner()).getResourcePolicy())
  return { fields: { id } }
}
