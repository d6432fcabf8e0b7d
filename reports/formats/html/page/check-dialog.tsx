import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

import { leadOf } from './cause-item.tsx'
import { usePage } from './context.ts'
import { Finding, Row } from './finding.tsx'
import type { Check } from './report.ts'
import { VerdictMark } from './sign.tsx'
import { visible } from './visible.ts'

interface DialogParts {
  readonly check: Check
  /** the checks among which it stands in the list */
  readonly among: readonly Check[]
  readonly onClose: () => void
}

/** A check with all that is known of it, beside the page. */
export function CheckDialog({ check, among, onClose }: DialogParts): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
    dialog.current?.scrollTo(0, 0)
  }, [check])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="check-title"
      onClose={onClose}
      onClick={({ target }) => {
        if (target === dialog.current) dialog.current?.close()
      }}
    >
      <div class="sheet">
        <nav aria-label="Checks">
          <Neighbours check={check} among={among} />
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </nav>
        <h2 id="check-title">
          <VerdictMark verdict={check.verdict} /> {visible(check.title)}
        </h2>
        <p class="id">
          <code>{visible(check.id)}</code>
        </p>
        <Facts check={check} />
      </div>
    </dialog>
  )
}

const Neighbours = ({ check, among }: Omit<DialogParts, 'onClose'>): VNode => {
  const { links } = usePage()
  const at = among.indexOf(check)
  const [before, after] = [at > 0 ? among[at - 1] : undefined, among[at + 1]]
  return (
    <>
      {before && <a href={links.check(before)}>Previous</a>}
      {at >= 0 && after && <a href={links.check(after)}>Next</a>}
    </>
  )
}

const Facts = ({ check }: { readonly check: Check }): VNode => {
  const { report } = usePage()
  const { verdict, code, operation, feature, axis, level, reading, source } = check
  return (
    <dl class="facts">
      <Row name="Verdict">{code === '' ? verdict : `${verdict} ${code}`}</Row>
      <Finding check={check} />
      <Ties check={check} />
      <Row name="Goes by">{reading === '' ? '' : `the ${reading}`}</Row>
      <Row name="Operation">{operation}</Row>
      <Row name="Feature">{feature}</Row>
      <Row name="Axis">{axis}</Row>
      <Row name="Level">{level}</Row>
      <Row name="Target">{report.targets.length > 1 ? check.target.name : ''}</Row>
      <Row name="Asked by">{source}</Row>
    </dl>
  )
}

/** Other checks that say more: the one that failed before it, and the one that tells its cause. */
const Ties = ({ check }: { readonly check: Check }): VNode => {
  const { report, links } = usePage()
  const { follows, target, place } = check
  const before = follows === '' ? undefined : report.find(follows, target.name)
  const cause = target.causes.find(({ findings }) => findings.includes(place))
  const lead = cause && leadOf(report, cause)
  return (
    <>
      {before && (
        <Row name="Follows">
          <a href={links.check(before)}>{visible(before.id)}</a>
        </Row>
      )}
      {lead && lead !== check && (
        <Row name="Cause">
          one of {cause.findings.length} checks, told at{' '}
          <a href={links.check(lead)}>{visible(lead.id)}</a>
        </Row>
      )}
    </>
  )
}
