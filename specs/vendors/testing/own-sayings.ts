import type { OwnVerb } from '../../vocabulary/verbs.ts'
import { awsSayings } from '../aws/testing/sayings.ts'
import { codeartsSayings } from '../codearts/testing/sayings.ts'
import { huaweiSayings } from '../huawei/testing/sayings.ts'
import { tencentSayings } from '../tencent/testing/sayings.ts'
import type { Sayings } from './sayings.ts'

/** How everything is said that one vendor alone has. */
export const ownSayings: Sayings<OwnVerb> = {
  ...awsSayings,
  ...huaweiSayings,
  ...tencentSayings,
  ...codeartsSayings,
}
