import { partOf } from '../../../suites/client/part-of.ts'
import { reasonText } from '../../../suites/verdict/verdict.ts'
import type { Cause } from '../../causes/causes.ts'
import { isSoft, missingText, toldCauses, type ToldCauses } from '../../causes/told-causes.ts'
import type { ExchangeResult } from '../../results/results.ts'
import { counted } from '../../text/counted.ts'
import { printable } from '../../text/printable.ts'
import { causeBlock, type BlockOptions } from './cause-block.ts'

/** Causes that a short report shows as blocks; the others have a line each, as long as there is room. */
const blocksShown = 3

/** Lines that are kept for causes without a block. */
const linesKept = 8

/** Operations that a short report names. */
const operationsShown = 8

/** Characters of a line on a cause. */
const width = 150

/** What a target got wrong, in so many lines at most (all of it where verbose): what is missing, then what to mend first. */
export function causeLines(
  causes: readonly Cause[],
  exchanges: ReadonlyMap<number, ExchangeResult>,
  { room, ...options }: BlockOptions & { readonly room: number },
): readonly string[] {
  const shown = causes.filter((cause) => options.verbose || !isSoft(cause))
  const told = toldCauses(shown)
  const { others } = told
  const head = [...countLines(causes), ...missingLines(told, options)]
  if (options.verbose)
    return [...head, ...others.flatMap((cause) => causeBlock(cause, exchanges, options))]
  const blocks = fittingBlocks(others, room - head.length - linesKept, (cause) =>
    causeBlock(cause, exchanges, options),
  )
  const used = head.length + blocks.flat().length
  const rest = others.slice(blocks.length)
  const lines = rest.length <= room - used - 1 ? rest.length : Math.max(0, room - used - 2)
  return [
    ...head,
    ...blocks.flat(),
    ...rest.slice(0, lines).map((cause) => lineOf(cause, options)),
    ...moreLines(causes, rest.slice(lines)),
  ]
}

/** How many findings there are, and of how many causes. */
const countLines = (causes: readonly Cause[]): readonly string[] => {
  const found = causes.reduce((sum, { findings }) => sum + findings.length, 0)
  return found === 0
    ? []
    : [`  ${counted(found, 'finding')}, ${counted(causes.length, 'cause')}`, '']
}

const missingLines = (
  { missing, waiting }: ToldCauses<Cause>,
  { paint, verbose }: BlockOptions,
): readonly string[] => {
  if (missing.length === 0) return []
  const names = missing.map((cause) => cause.missing)
  const shown = verbose ? names : names.slice(0, operationsShown)
  const rest = names.length - shown.length
  return [
    `  ${paint('bad', 'MISSING')}  ${missingText(names.length)}, ${counted(waiting, 'check')} could not be asked`,
    `    ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    '',
  ]
}

/** The blocks of the first causes, as many as there is room for. */
const fittingBlocks = (
  causes: readonly Cause[],
  room: number,
  blockOf: (cause: Cause) => readonly string[],
): readonly (readonly string[])[] => {
  const blocks: (readonly string[])[] = []
  let left = room
  for (const cause of causes.slice(0, blocksShown)) {
    const block = blockOf(cause)
    left -= block.length
    if (left < 0 && blocks.length > 0) break
    blocks.push(block)
  }
  return blocks
}

const lineOf = ({ findings, waiting }: Cause, { paint }: BlockOptions): string => {
  const [first] = findings
  const others = findings.length + waiting - 1
  const more = others === 0 ? '' : ` (and ${counted(others, 'check')})`
  const said = printable(
    (reasonText(first) ?? first.received ?? first.title).split('\n', 1)[0] ?? '',
  )
  const text = `${first.id}${more}: ${said}`
  return `  ${paint('bad', first.verdict.toUpperCase())}  ${partOf(text, 0, width)}`
}

/** How much is not shown. */
const moreLines = (causes: readonly Cause[], rest: readonly Cause[]): readonly string[] => {
  const soft = causes.filter(isSoft).length
  const texts = [
    ...(rest.length === 0 ? [] : [`${counted(rest.length, 'more cause')} of what fails`]),
    ...(soft === 0 ? [] : [`${counted(soft, 'cause')} of warnings`]),
  ]
  const shown = causes.length > soft || texts.length > 0
  return shown
    ? [...(texts.length === 0 ? [] : [`  … and ${texts.join(', and ')} (--verbose shows all)`]), '']
    : []
}
