import { documentError, lineAt, type SourceDocument } from '../source-document.ts'

/** A service as its client names it. */
export interface SdkService {
  readonly host: string
  readonly version: string
  /** in alphabetical order */
  readonly actions: readonly string[]
}

/**
 * Reads host, version and actions from the client of Tencent Cloud's SDK for Node.js. Throws with file
 * and line when a method asks for an action of another name, or when nothing names the host.
 */
export function readSdkActions(file: SourceDocument): SdkService {
  const named = lines(file).flatMap(({ text }) => /super\("([^"]+)", "([\d-]+)"/u.exec(text) ?? [])
  const [, host, version] = named
  if (host === undefined || version === undefined) {
    throw documentError(file, file.lines.length + 1, 'a host and a version')
  }
  const methods = lines(file).filter(({ text }) => /^ {4}async \w+\(req, cb\) \{$/u.test(text))
  const actions = methods.map(({ text, line }) => actionOf(file, text, line))
  if (actions.length === 0) throw documentError(file, file.lines.length + 1, 'an action')
  return { host, version, actions: actions.toSorted() }
}

const lines = (file: SourceDocument): readonly { readonly text: string; readonly line: number }[] =>
  file.lines.map((text, index) => ({ text, line: index + 1 }))

const actionOf = (file: SourceDocument, text: string, line: number): string => {
  const name = /async (\w+)/u.exec(text)?.[1] ?? ''
  if (!lineAt(file, line + 1).includes(`this.request("${name}", req, cb)`)) {
    throw documentError(file, line + 1, `a request of ${name}`)
  }
  return name
}
