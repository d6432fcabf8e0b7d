/** What the system says when a file can not be read or written, in words. */
const words: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'is not open to this user',
  EPERM: 'is not open to this user',
  EROFS: 'is on a file system that is read-only',
  EISDIR: 'is a folder',
  ENOTDIR: 'is below something that is no folder',
  EEXIST: 'exists already, and is no folder',
  ELOOP: 'is a link to itself',
  ENAMETOOLONG: 'is a name too long for this system',
  ENXIO: 'is neither a file nor a folder',
  EMFILE: 'can not be opened: too many files are open',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'a file is larger than this system allows',
  EIO: 'the device fails',
  ERR_INVALID_ARG_VALUE: 'is no name that a file can have',
}

/** Why something could not be read or written. Never the message of the error: it may quote what was read. */
export function systemWords(error: unknown): string {
  const code = codeOf(error)
  return words[code] ?? `can not be used (${code === '' ? 'unknown' : code})`
}

/** The code of a system error; empty for any other. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** Whether writing failed in the middle and through nobody's fault: there is no room, or the device fails. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'].includes(codeOf(error))
}
