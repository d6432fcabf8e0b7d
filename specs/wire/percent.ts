/** A text without its percent-encoding (RFC 3986, section 2.1); as it is where that is broken. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A text in percent-encoding: everything but letters, digits and `-._~` is escaped (RFC 3986, section 2.3). */
export function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
