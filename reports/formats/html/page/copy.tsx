import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import { visible } from './visible.ts'

/** Milliseconds that a button says what it did. */
const said = 1600

/** A line to be copied. What is copied is the line itself, what is shown lets nothing hide in it. */
export function CopiedLine({ text }: { readonly text: string }): VNode {
  const code = useRef<HTMLElement>(null)
  const [state, setState] = useState('Copy')
  useEffect(() => {
    if (state === 'Copy') return undefined
    const timer = setTimeout(() => setState('Copy'), said)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setState('Copied')
    } catch {
      // where a page may not reach the clipboard, the reader's own keys do
      if (code.current) getSelection()?.selectAllChildren(code.current)
      setState('Selected')
    }
  }
  return (
    <div class="copied">
      <pre tabIndex={0} role="region" aria-label="Command">
        <code ref={code}>{visible(text)}</code>
      </pre>
      <button type="button" onClick={() => void copy()} aria-live="polite">
        {state}
      </button>
    </div>
  )
}
