import type { OpenApiDocument } from '../contract/openapi-document.ts'
import { awsDocumentFile, deriveAws } from './aws/derive-aws.ts'
import { deriveAwsGoldenExchanges } from './aws/golden.ts'
import { codeartsDocumentFile, codeartsManual, deriveCodearts } from './codearts/derive-codearts.ts'
import type { GoldenBasis, GoldenFile } from './golden-file.ts'
import { deriveHuawei, huaweiDocumentFile, huaweiManual } from './huawei/derive-huawei.ts'
import { deriveErrorPage, errorPageFile } from './huawei/error-page.ts'
import { deriveGoldenExchanges } from './huawei/golden.ts'
import { deriveTencent, tencentDocumentFile, tencentSdkFiles } from './tencent/derive-tencent.ts'

/** One document that an OpenAPI document is derived from. */
export interface Derivation {
  readonly vendor: string
  /** File name of the document, as the vendor's sources.json lists it. */
  readonly document: string
  /** The derived file, relative to the folder of the specs. */
  readonly openapi: string
  /** Files of packages that are read beside the document, as module specifiers; `derive` gets their texts. */
  readonly companions?: readonly string[]
  /** The same text always yields the same document; throws with file and line when the text is not the one. */
  readonly derive: (text: string, companions: readonly string[]) => OpenApiDocument
  /** The examples of the document as golden exchanges; absent where it has none. Throws like `derive`. */
  readonly golden?: (text: string, basis: GoldenBasis) => readonly GoldenFile[]
}

/** Every derivation there is. A vendor with several documents has several rows. */
export const derivations: readonly Derivation[] = [
  {
    vendor: 'aws',
    document: awsDocumentFile,
    openapi: 'vendors/aws/openapi/organizations-2016-11-28.json',
    derive: deriveAws,
    golden: deriveAwsGoldenExchanges,
  },
  {
    vendor: 'huawei',
    document: huaweiDocumentFile,
    openapi: 'vendors/huawei/openapi/organizations-2024-03-14.json',
    derive: deriveHuawei,
    golden: (text, basis) => deriveGoldenExchanges(text, huaweiManual, basis),
  },
  {
    vendor: 'huawei',
    document: errorPageFile,
    openapi: 'vendors/huawei/openapi/error-codes.json',
    derive: deriveErrorPage,
  },
  {
    vendor: 'codearts',
    document: codeartsDocumentFile,
    openapi: 'vendors/codearts/openapi/codearts-2025-12-18.json',
    derive: deriveCodearts,
    golden: (text, basis) => deriveGoldenExchanges(text, codeartsManual, basis),
  },
  {
    vendor: 'tencent',
    document: tencentDocumentFile,
    openapi: 'vendors/tencent/openapi/organization-2018-12-25.json',
    companions: tencentSdkFiles,
    derive: deriveTencent,
  },
]
