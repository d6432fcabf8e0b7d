import type { Answer } from '../../../specs/wire/wire.ts'
import { answering, json, twisting, type Asked, type Hostile } from './hostile.ts'

/** Lists that nobody comes to the end of. */
export const endless: readonly Hostile[] = [
  pagesBehind('another page behind every page', ({ count }) => `page-${count}`),
  pagesBehind('the same page token again and again', () => 'page-again'),
  twisting('a page token on every answer', (answer, { count }) =>
    withToken(answer, `page-${count}`),
  ),
  answering('empty pages without end', ({ count }) => ({
    status: 200,
    headers: json,
    body: JSON.stringify({ Accounts: [], Policies: [], NextToken: `page-${count}` }),
  })),
]

/** Names another page on every page of a list, which is the same once more. */
function pagesBehind(name: string, tokenOf: (asked: Asked) => string): Hostile {
  const pages = new Map<string, Answer>()
  return twisting(name, (answer, asked) => {
    const target = asked.message.headers['x-amz-target'] ?? ''
    if (!target.includes('.List')) return answer
    if (answer.status === 200) pages.set(target, answer)
    const known = asked.message.body.includes('"page-') ? pages.get(target) : undefined
    const page = known ?? answer
    return page.status === 200 ? withToken(page, tokenOf(asked)) : page
  })
}

function withToken(answer: Answer, token: string): Answer {
  const read = JSON.parse(answer.body === '' ? '{}' : answer.body) as Record<string, unknown>
  return { ...answer, body: JSON.stringify({ ...read, NextToken: token }) }
}
