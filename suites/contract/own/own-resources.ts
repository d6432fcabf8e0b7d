import type { CreateResource } from '../created-resource.ts'
import { awsCreators, awsFinders } from './aws.ts'

/** The resources that exist with one vendor alone. */
export type OwnResource = keyof typeof awsCreators

/** How each resource is made that exists with one vendor alone. */
export const ownCreators: Readonly<Record<OwnResource, CreateResource>> = { ...awsCreators }

/** How each of them is found where nothing may be written. */
export const ownFinders: Readonly<Record<OwnResource, CreateResource>> = { ...awsFinders }
