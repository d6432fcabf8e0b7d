import type { JsonObject } from '../contract/json.ts'

const citation = /\{\s+"lines": \[\s+(\d+),\s+(\d+)\s+\],\s+"sha256": "([0-9a-f]{64})"\s+\}/gu

/**
 * Writes a derived document as text: two spaces, members in the order given, a final line feed. A citation
 * stays on one line, so that a moved one is a one-line difference in review.
 */
export function serialise(document: JsonObject): string {
  const text = JSON.stringify(document, undefined, 2)
  return `${text.replaceAll(citation, '{ "lines": [$1, $2], "sha256": "$3" }')}\n`
}
