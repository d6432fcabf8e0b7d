import { variableOf, type VariableOption } from './variable-options.ts'

/** The option that says where the documents are. */
export const documentsRow: VariableOption = {
  flags: '--documents <folder>',
  variable: 'DOCUMENTS',
  description: 'where the vendor documents are',
}

/** The variable that says where the documents are. */
export const documentsVariable: string = variableOf(documentsRow)
