import type { OpenApiDocument } from './openapi-document.ts'

/** What a reader of a published contract has to know, in our words: how to read it, and how to call by it. */
export function describeContract({ paths, servers }: OpenApiDocument): string {
  const [key = ''] = Object.keys(paths)
  const told = key.split('#')[1]
  const [server] = servers as readonly { readonly url: string }[]
  return [...reading, ...(told === undefined ? [] : calling(told, server?.url ?? ''))].join('\n\n')
}

const reading = [
  'What orgproof judges endpoints by: derived from the document that `x-document` names, with the errata that `x-overlay` names.',
  '- Standard keywords hold what must be. `x-should` beside them holds keywords for which the evidence is softer.\n' +
    '- In an answer, null stands for a member that may be absent: not for one that must be there, nor for an entry of a list. ' +
    'Where nothing is answered, null and an empty body are nothing, too. Values beside the known ones may be newer.\n' +
    '- `x-citation` and its like name the lines of the document, and the hash of these lines.',
]

/** Where one path serves every operation: `told` is the header that tells them apart, with its value. */
const calling = (told: string, server: string): readonly string[] => {
  const [header = '', value = ''] = told.split('=')
  return [
    `Every operation is called at \`${server}/\`: what stands behind the \`#\` of a path is not sent. It repeats the header ` +
      `that tells operations apart, which each operation has as a parameter with one value, as in \`${header}: ${value}\`. ` +
      `A tool that finds operations by their path finds them when it appends \`#${header}=\` and the header's value to the path of a request.`,
  ]
}
