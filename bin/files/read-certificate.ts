import type { Envelope } from '../../harness/certificate/envelope.ts'
import type { Statement } from '../../reports/certificate/certificate.ts'
import certificateSchema from '../../specs/schemas/certificate.schema.json' with { type: 'json' }
import envelopeSchema from '../../specs/schemas/envelope.schema.json' with { type: 'json' }
import type { FileKind, FileRead } from './file-kind.ts'
import { parseJson } from './parse-json.ts'
import { fitting, parsedText, readFile } from './read-file.ts'

/** The file of a certificate: one that names every check there is stays below the limit. */
const envelopeKind: FileKind<Envelope> = {
  limit: 16 * 1024 ** 2,
  parse: parseJson,
  schema: envelopeSchema,
  typed: (value) => value as Envelope,
}

const statementKind: FileKind<Statement> = {
  limit: envelopeKind.limit,
  parse: parseJson,
  schema: certificateSchema,
  typed: (value) => value as Statement,
}

/** The envelope of a certificate, not yet opened, or why the file can not be one. */
export async function readEnvelope(path: string): Promise<FileRead<Envelope>> {
  return readFile(path, envelopeKind)
}

/** The statement that a text is, or why it is none. Contradictions in it are looked for when it is verified. */
export function readStatement(path: string, text: string): FileRead<Statement> {
  const parsed = parsedText(path, text, statementKind.parse)
  return 'problems' in parsed ? parsed : fitting(path, parsed.content, statementKind)
}
