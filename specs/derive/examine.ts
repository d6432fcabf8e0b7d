import type { Json, JsonObject } from '../contract/json.ts'
import type { OpenApiDocument } from '../contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../contract/overlay.ts'
import { checkCitations, compareCitations } from './check-citations.ts'
import type { CitationFinding } from './citation-finding.ts'
import type { Derivation } from './derive.ts'
import { serialise } from './serialise.ts'
import { validateOpenApi } from './validate-openapi.ts'

/** The files that belong to a derivation, as they stand. */
export interface StandingFiles {
  readonly openapi: string | undefined
  readonly overlay: Overlay | undefined
  /** Data files that cite the document, by name; the overlay is one of them. */
  readonly citing: Readonly<Record<string, Json>>
}

/** A finding and the file that holds the citation. */
export interface FileFinding extends CitationFinding {
  readonly file: string
}

/** What a document yields, and how the standing files relate to it. */
export interface Examination {
  /** The text of the derived file; none when nothing is derived, or a problem prevents it. */
  readonly derived: string | undefined
  /** Why nothing must be written: our mistake, or the wrong document. */
  readonly problems: readonly string[]
  readonly findings: readonly FileFinding[]
  /** Whether the derived file as it stands is the derived text, byte for byte; also when nothing is derived. */
  readonly identical: boolean
}

/** A vendor document that standing files cite, and what is derived from it, if anything is. */
export interface DocumentSource {
  readonly document: string
  readonly text: string
  readonly derivation: Derivation | undefined
  /** the texts of the derivation's companions, in its order */
  readonly companions?: readonly string[]
}

/**
 * Derives from a document, validates the result with and without its overlay, and holds every citation of the
 * standing files against the text. Writes nothing; a text that cannot be read is a problem, not an exception.
 */
export async function examine(
  { document, text, derivation, companions = [] }: DocumentSource,
  files: StandingFiles,
): Promise<Examination> {
  const findings = Object.entries(files.citing).flatMap(([file, json]) =>
    inFile(file, checkCitations(json, text, document)),
  )
  if (derivation === undefined) {
    return { derived: undefined, problems: [], findings, identical: true }
  }
  const openapi = attempt(() => derivation.derive(text, companions))
  if (typeof openapi === 'string') {
    return { derived: undefined, problems: [openapi], findings, identical: false }
  }
  const derived = serialise(openapi)
  const problems = [
    ...(await validateOpenApi(openapi)),
    ...(await overlayProblems(openapi, files.overlay)),
  ]
  const compared = compareStanding(derivation, openapi, files.openapi)
  const identical = derived === files.openapi
  return { derived, problems, findings: [...compared, ...findings], identical }
}

const compareStanding = (
  { openapi: file }: Derivation,
  openapi: OpenApiDocument,
  standing: string | undefined,
): readonly FileFinding[] =>
  standing === undefined
    ? []
    : inFile(file, compareCitations(JSON.parse(standing) as JsonObject, openapi))

const inFile = (file: string, findings: readonly CitationFinding[]): readonly FileFinding[] =>
  findings.map((finding) => ({ ...finding, file }))

const overlayProblems = async (
  openapi: OpenApiDocument,
  overlay: Overlay | undefined,
): Promise<readonly string[]> => {
  if (overlay === undefined) return []
  const laid = attempt(() => applyOverlay(openapi, overlay))
  if (typeof laid === 'string') return [laid]
  const problems = await validateOpenApi(laid)
  return problems.map((problem) => `with its overlay: ${problem}`)
}

const attempt = <Result>(work: () => Result): Result | string => {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
