import { Composer, Lexer, Parser, type CST, type Document } from 'yaml'

import { parseWith } from './parse-with.ts'
import { depthLimit, type Parsed, type SyntaxFault } from './parsed.ts'
import { ScanFault } from './scan-tokens.ts'
import { yamlValues } from './yaml-values.ts'
import { yamlWords } from './yaml-words.ts'

/**
 * Reads YAML 1.2 (JSON is YAML), or says where it is none. Aliases may stand for values that came before; what they
 * come to is counted like what is written out, so that a few lines never unfold into gigabytes.
 */
export function parseYaml(text: string): Parsed | SyntaxFault {
  return parseWith(text, (whole) => yamlValues(composed(whole)))
}

/** The one document of a text. Throws a ScanFault at the first mistake: those that follow mostly follow from it. */
const composed = (text: string): Document.Parsed => {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    // comparing each key with every other takes for ever where there are many; yamlValues looks itself
    uniqueKeys: false,
  })
  const [document, second] = firstTwo(composer.compose(tokensOf(text), true, text.length))
  if (document === undefined) throw new ScanFault(yamlWords.IMPOSSIBLE, 0)
  if (second !== undefined) throw new ScanFault(yamlWords.MULTIPLE_DOCS, second.range[0])
  const [mistake] = [...document.errors, ...document.warnings]
  if (mistake !== undefined) throw new ScanFault(yamlWords[mistake.code], mistake.pos[0])
  return document
}

const firstTwo = <T>(all: Iterable<T>): readonly T[] => {
  const found: T[] = []
  for (const one of all) {
    found.push(one)
    if (found.length === 2) break
  }
  return found
}

/**
 * The tokens of a text. The composer calls itself for each level, and near the end of the stack the engine dies without
 * an exception: so depth is looked at here, where the levels are a list.
 */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > depthLimit + documentLevels) {
      throw new ScanFault(`values lie more than ${depthLimit} deep`, parser.offset)
    }
  }
  yield* parser.end()
}

/** Levels of the parser's list that are no values: the document, and the scalar that is being read. */
const documentLevels = 2
