/** Characters that stand for what a call says already, its account, and its body as a word of the shell; or for neither. */
const marks = { account: '\u0001', body: '\u0002', whole: '\u0003' } as const

/** What of a call its line repeats. */
interface Repeated {
  readonly account: string
  readonly body: string
}

/**
 * A line that repeats a call, without account and body: thousands of calls then share a few lines. A line that could
 * not be told exactly this way stays whole.
 */
export function curlTemplate(curl: string, call: Repeated): string {
  const { account } = call
  const word = shellWord(call.body)
  const bodiless = word === "''" ? curl : curl.split(word).join(marks.body)
  const short = account === '' ? bodiless : bodiless.split(account).join(marks.account)
  return curlOf(short, call) === curl ? short : marks.whole + curl
}

/** The line that a template and its call stand for. */
export function curlOf(template: string, { account, body }: Repeated): string {
  if (template.startsWith(marks.whole)) return template.slice(marks.whole.length)
  const whole = template.split(marks.account).join(account)
  return whole.includes(marks.body) ? whole.split(marks.body).join(shellWord(body)) : whole
}

const shellWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
