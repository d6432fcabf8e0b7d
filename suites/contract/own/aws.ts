import { resourceDocument } from '../../actors/resource-document.ts'
import { given } from '../../verdict/outcome.ts'
import type { CreateResource } from '../created-resource.ts'

/** Makes the organization's own policy, about the management account. */
const createResourcePolicy: CreateResource = async ({ context, owner }) => {
  const boss = await owner()
  const content = resourceDocument(context.vendor.profile, boss.id)
  const { id } = given(await boss.putResourcePolicy({ content }))
  return { fields: { id } }
}

const findResourcePolicy: CreateResource = async ({ owner }) => {
  const { id } = given(await (await owner()).getResourcePolicy())
  return { fields: { id } }
}

/** How what exists with AWS alone is made. */
export const awsCreators: { readonly resourcePolicy: CreateResource } = {
  resourcePolicy: createResourcePolicy,
}

/** How what exists with AWS alone is found where nothing may be written. */
export const awsFinders: { readonly resourcePolicy: CreateResource } = {
  resourcePolicy: findResourcePolicy,
}
