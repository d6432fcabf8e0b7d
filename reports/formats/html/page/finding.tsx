import type { ComponentChildren, VNode } from 'preact'

import { whyOf } from '../../why-of.ts'
import { Calls } from './calls.tsx'
import { usePage } from './context.ts'
import type { Check } from './report.ts'
import { visible } from './visible.ts'

/** A name, and what there is to say of it; nothing where there is nothing. */
export function Row({
  name,
  children,
}: {
  readonly name: string
  readonly children: ComponentChildren
}): VNode | null {
  if (children === '' || children === undefined || children === null) return null
  return (
    <div class="row">
      <dt>{name}</dt>
      <dd>{typeof children === 'string' ? visible(children) : children}</dd>
    </div>
  )
}

/** Expected, received, why, who says so, and the calls that show it. */
export function Finding({ check }: { readonly check: Check }): VNode {
  const { expected, received, calls } = check
  const { report } = usePage()
  const { text, page } = report.saysSo(check)
  const shown = typeof calls === 'number' || calls.length > 0
  return (
    <>
      <Row name="Expected">{expected}</Row>
      <Row name="Received">{received}</Row>
      <Row name="Why">{whyOf(spoken(check))}</Row>
      <Row name="Says so">{text}</Row>
      {page !== '' && (
        <Row name="Where">
          <a href={page} rel="noreferrer">
            {visible(page)}
          </a>
        </Row>
      )}
      {shown && (
        <Row name="Calls">
          <Calls calls={calls} />
        </Row>
      )}
    </>
  )
}

/** The page has empty texts where results have none. */
const spoken = ({ code, reason, expected, received }: Check): Parameters<typeof whyOf>[0] =>
  ({
    ...(code !== '' && { code }),
    ...(reason !== '' && { reason }),
    ...(expected !== '' && { expected }),
    ...(received !== '' && { received }),
  }) as Parameters<typeof whyOf>[0]
