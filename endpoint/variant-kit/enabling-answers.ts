import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { Visit } from '../look.ts'
import type { AlterVaried } from './rewriting.ts'

/** Answers otherwise which types of policies the root has where one was enabled just now. */
export function enablingAnswers(
  change: (types: readonly JsonObject[]) => readonly JsonObject[],
): AlterVaried {
  return ({ write }) => ({
    write: (output, heard) => {
      const written = write(output, heard)
      const { Root: root } = written
      if (heard.operation !== 'EnablePolicyType' || !isObject(root)) return written
      const { PolicyTypes: types = [] } = root
      const listed = Array.isArray(types) ? types.filter(isObject) : []
      return { ...written, Root: { ...root, PolicyTypes: change(listed) } }
    },
  })
}

/** What the answer says of a type that was enabled. */
export async function statusWhenEnabled(visit: Visit): Promise<string> {
  const root = await founded(visit)
  const { body } = (await visit.boss.enablePolicyType({ root, type: 'tag' })).answer
  return /"Type":"TAG_POLICY","Status":"(\w+)"/u.exec(body)?.[1] ?? 'nothing'
}
