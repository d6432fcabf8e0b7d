import { sourceOf } from '../verdict/source-of.ts'
import type { SpoiledArea, SpoiledCall } from './spoiled-call.ts'

const body = (what: string, title: string, text: string): SpoiledCall => ({
  what,
  title,
  refusal: 'wire.malformed-body',
  spoil: () => ({ before: (message) => ({ ...message, body: text }) }),
})

/** The body is no JSON object: nothing can be read from it. */
export const bodies: SpoiledArea = {
  area: 'body',
  file: sourceOf(import.meta.url),
  source: () => 'RFC 8259, section 2',
  calls: [
    body('truncated', 'JSON that is cut off', '{"MaxResults":'),
    body('not-json', 'A body that is no JSON', 'MaxResults=5'),
    body('markup', 'A body of markup', '<MaxResults>5</MaxResults>'),
    body('array', 'A list where an object belongs', '[{}]'),
    body('text', 'A text where an object belongs', '"text"'),
    body('number', 'A number where an object belongs', '5'),
    body('null', 'Null where an object belongs', 'null'),
    body('trailing-garbage', 'JSON with something after its end', '{} }'),
    body('single-quotes', 'JSON in single quotes', "{'MaxResults':5}"),
    body('trailing-comma', 'JSON with a trailing comma', '{"MaxResults":5,}'),
    {
      ...body('oversized', 'A body beyond the size that is stated', ''),
      refusal: 'wire.too-large',
      bare: true,
      applies: ({ protocol }) => protocol.bodyLimit !== undefined,
      spoil: ({ bodyLimit = 0 }) => ({
        before: (message) => ({
          ...message,
          body: JSON.stringify({ OrgproofUnknown: 'x'.repeat(bodyLimit + 1024) }),
        }),
      }),
    },
  ],
}
