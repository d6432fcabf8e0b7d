/** Characters that stand for what a call says already: its account, and its body as a word of the shell. */
const marks = { account: '\u0001', body: '\u0002' } as const

/** What of a call its line repeats. */
interface Repeated {
  readonly account: string
  readonly body: string
}

/**
 * A line that repeats a call, without account and body: thousands of calls then share a few lines. A line that could
 * not be told exactly this way stays as it is.
 */
export function curlTemplate(curl: string, call: Repeated): string {
  const { account } = call
  const word = shellWord(call.body)
  const bodiless = word === "''" ? curl : curl.replaceAll(word, () => marks.body)
  const short = account === '' ? bodiless : bodiless.replaceAll(account, () => marks.account)
  return curlOf(short, call) === curl ? short : curl
}

/** The line that a template and its call stand for. */
export function curlOf(template: string, { account, body }: Repeated): string {
  return template
    .replaceAll(marks.account, () => account)
    .replaceAll(marks.body, () => shellWord(body))
}

const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
