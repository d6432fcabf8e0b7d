import type { Sayings } from '../saying.ts'
import { codeartsWords } from './codearts.ts'
import { huaweiWords } from './huawei.ts'
import { tencentWords } from './tencent.ts'
import type { OwnWords } from './words.ts'

/** What vendors alone say: who does not speak a verb leaves it out. */
const all: readonly OwnWords[] = [huaweiWords, tencentWords, codeartsWords]

/** How often the verbs of single vendors are said in an area. */
export function ownSays(area: string): OwnWords['says'][string] {
  return Object.assign({}, ...all.map(({ says }) => says[area] ?? {})) as OwnWords['says'][string]
}

/** Every way to say the verbs of single vendors. */
export const ownSayings: Sayings = (values) => all.flatMap(({ sayings }) => sayings(values))
