import type { VNode } from 'preact'

import { curlOf } from '../curl-template.ts'
import type { PageCall } from '../page-data.ts'
import { usePage } from './context.ts'
import { CopiedLine } from './copy.tsx'
import type { Report } from './report.ts'
import { visible } from './visible.ts'

/** A call with its texts. */
interface Call {
  readonly operation: string
  readonly account: string
  readonly place: string
  readonly body: string
  readonly curl: string
  readonly took: number
  readonly status: number
  readonly answer: string
}

const callOf = ({ texts }: Report, row: PageCall): Call => {
  const [operation, account, method, path, body, curl, took, status, answer] = row
  const text = (at: number): string => texts[at] ?? ''
  return {
    operation: text(operation),
    account: text(account),
    place: `${text(method)} ${text(path)}`,
    body: text(body),
    curl: curlOf(text(curl), { account: text(account), body: text(body) }),
    took,
    status,
    answer: text(answer),
  }
}

/** The calls that a finding rests on in their order, and the line that repeats the last. */
export function Calls({ calls }: { readonly calls: readonly number[] | number }): VNode | null {
  const { report } = usePage()
  if (typeof calls === 'number')
    return <p class="quiet">{calls} calls show it; results.json has them.</p>
  const told = calls.flatMap((at) => {
    const row = report.calls[at]
    return row === undefined ? [] : [callOf(report, row)]
  })
  const last = told.at(-1)
  if (last === undefined) return null
  return (
    <>
      <ol class="calls" aria-label="Calls, the last one shows it">
        {told.map((call, index) => (
          <CallItem
            key={index}
            call={call}
            by={call.account === last.account ? '' : call.account}
          />
        ))}
      </ol>
      <CopiedLine text={last.curl} />
    </>
  )
}

const CallItem = ({ call, by }: { readonly call: Call; readonly by: string }): VNode => {
  const { operation, place, body, took, status, answer } = call
  const wrong = status === 0 || status >= 500
  return (
    <li>
      <details>
        <summary>
          <span class={wrong ? 'status failed' : 'status'}>{status === 0 ? '—' : status}</span>
          <b>{operation}</b> <code>{visible(body === '' ? place : body)}</code>
          {by !== '' && <span class="quiet"> as {by}</span>}
        </summary>
        <pre tabIndex={0} role="region" aria-label={`Request of ${operation}`}>
          {visible([place, body].filter(Boolean).join('\n\n'))}
        </pre>
        <p class="quiet">
          {status === 0 ? 'no answer' : `HTTP ${status}`}, {took} ms
        </p>
        <pre tabIndex={0} role="region" aria-label={`Answer to ${operation}`}>
          {visible(answer)}
        </pre>
      </details>
    </li>
  )
}
