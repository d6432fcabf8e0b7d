import SwaggerParser from '@apidevtools/swagger-parser'
import { Ajv2020 } from 'ajv/dist/2020.js'

import { extensionKeywords, type OpenApiDocument } from '../contract/openapi-document.ts'

/**
 * What is wrong with a derived document: nothing, when it is valid OpenAPI 3.1 and Ajv compiles every schema
 * in strict mode. The second gate is needed because the first one accepts unknown types and broken patterns.
 */
export async function validateOpenApi(openapi: OpenApiDocument): Promise<readonly string[]> {
  try {
    // the parser writes into what it is given
    const copy = JSON.parse(JSON.stringify(openapi)) as Parameters<typeof SwaggerParser.validate>[0]
    await SwaggerParser.validate(copy)
  } catch (error) {
    return [`not valid OpenAPI 3.1: ${messageOf(error)}`]
  }
  const ajv = new Ajv2020({ strict: true, unicodeRegExp: true })
  ajv.addVocabulary(['components', ...extensionKeywords])
  ajv.addSchema({ $id: 'derived:/', components: openapi.components })
  return Object.keys(openapi.components.schemas).flatMap((name) => compileSchema(ajv, name))
}

const compileSchema = (ajv: Ajv2020, name: string): readonly string[] => {
  try {
    ajv.compile({ $ref: `derived:/#/components/schemas/${name}` })
    return []
  } catch (error) {
    return [`schema ${name} does not compile: ${messageOf(error)}`]
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
