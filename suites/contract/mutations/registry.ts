import { enumeration } from './enum.ts'
import { maxItems } from './max-items.ts'
import { maxLength } from './max-length.ts'
import { maximum } from './maximum.ts'
import { minItems } from './min-items.ts'
import { minLength } from './min-length.ts'
import { minimum } from './minimum.ts'
import type { Mutation } from './mutation.ts'
import { nullValue } from './null.ts'
import { pattern } from './pattern.ts'
import { required } from './required.ts'
import { type } from './type.ts'

/** Every way to break a contract, in the order in which checks are listed. */
export const mutations: readonly Mutation[] = [
  required,
  nullValue,
  type,
  enumeration,
  pattern,
  minLength,
  maxLength,
  minimum,
  maximum,
  minItems,
  maxItems,
]
