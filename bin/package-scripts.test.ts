import { expect, test } from 'vitest'

import package_ from '../package.json' with { type: 'json' }
import tsconfig from '../tsconfig.json' with { type: 'json' }

const { lint, format } = package_.scripts

// a run leaves its reports wherever it is told to; nobody is to be held to the style of those
test.each(tsconfig.include)(
  '%s is checked because it is named, and nothing that is not',
  (owned) => {
    expect(lint.split(' ')).toContain(owned)
    expect(format.split(' ')).toContain(owned)
  },
)

test.each([lint, format])('%s', (script) => {
  expect(script.split(' ')).not.toContain('.')
})
