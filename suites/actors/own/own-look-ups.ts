import type { OwnVerb } from '../../../specs/vocabulary/verbs.ts'
import type { LookUpRow } from '../look-up/look-up.ts'
import { awsLookUps } from './aws.ts'
import { codeartsLookUps } from './codearts.ts'
import { huaweiLookUps } from './huawei.ts'
import { tencentLookUps } from './tencent.ts'

/** What became of a vendor's own writes, where the answer does not tell. A test finds the one that was forgotten. */
export const ownLookUps: { readonly [V in OwnVerb]?: LookUpRow<V> } = {
  ...awsLookUps,
  ...codeartsLookUps,
  ...huaweiLookUps,
  ...tencentLookUps,
}
