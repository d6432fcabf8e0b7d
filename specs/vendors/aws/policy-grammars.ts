import {
  policyGrammar,
  type GrammarFile,
  type PolicyGrammars,
} from '../../vendor/policy-grammar.ts'
import { inheritanceWords } from './inheritance-words.ts'
import aiOptOut from './policy-contents/ai-opt-out.json' with { type: 'json' }
import backup from './policy-contents/backup.json' with { type: 'json' }
import chat from './policy-contents/chat.json' with { type: 'json' }
import control from './policy-contents/control.json' with { type: 'json' }
import resourceActions from './policy-contents/resource-actions.json' with { type: 'json' }
import resource from './policy-contents/resource.json' with { type: 'json' }
import tag from './policy-contents/tag.json' with { type: 'json' }

const files: Readonly<Record<string, unknown>> = {
  control,
  tag,
  backup,
  'ai-opt-out': aiOptOut,
  chat,
  resource,
  'resource-actions': resourceActions,
}

/** The grammars of the policy types, of the organization's resource policy, and of the actions that this one may name. */
export function policyGrammars(): PolicyGrammars {
  return Object.fromEntries(
    Object.entries(files).map(([kind, file]) => [
      kind,
      policyGrammar(file as GrammarFile, inheritanceWords),
    ]),
  )
}
