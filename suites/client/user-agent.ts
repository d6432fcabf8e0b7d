import type { Message } from '../../specs/wire/wire.ts'

/** Who asks: what the operator of an endpoint reads in its log. */
export interface UserAgent {
  /** the suite and its version, as RFC 9110 (section 10.1.5) writes a product */
  readonly product: string
  /** the run's id, as its reports have it */
  readonly run: string
}

/** A message that says who sends it and what for. Like its length that is no part of what is asked: nobody signs or shows it. */
export function withUserAgent(
  { agent }: { readonly agent?: UserAgent },
  message: Message,
  purpose = 'looking and taking back',
): Message {
  if (agent === undefined) return message
  return { ...message, headers: { ...message.headers, 'user-agent': textOf(agent, purpose) } }
}

const textOf = ({ product, run }: UserAgent, purpose: string): string => {
  // no mark that would end the comment, and nothing that no header carries
  const plain = purpose.replaceAll(/[^ -'*-[\]-~]/gu, '_')
  return `${product} (run ${run}; ${plain})`
}
