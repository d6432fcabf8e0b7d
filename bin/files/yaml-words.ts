import type { ErrorCode } from 'yaml'

/** What is wrong with a YAML file, in words of our own: the parser's own quote the file. */
export const yamlWords: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias has no tag or anchor of its own',
  BAD_ALIAS: 'an alias names no anchor',
  BAD_DIRECTIVE: 'a directive is not one of YAML 1.2',
  BAD_DQ_ESCAPE: 'a string holds an escape that YAML does not know',
  BAD_INDENT: 'the line is indented too little or too much',
  BAD_PROP_ORDER: 'a tag or anchor stands in the wrong place',
  BAD_SCALAR_START: 'a value that begins like this needs quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'a mapping stands inside a line where a value is expected',
  BLOCK_IN_FLOW: 'inside brackets only the notation with brackets is allowed',
  DUPLICATE_KEY: 'the key stands twice in one mapping',
  IMPOSSIBLE: 'this is no YAML',
  KEY_OVER_1024_CHARS: 'a key has more than 1024 characters',
  MISSING_CHAR: 'a bracket, comma, colon, space or quotation mark is missing',
  MULTILINE_IMPLICIT_KEY: 'a key goes over more than one line, or a bracket is not closed',
  MULTIPLE_ANCHORS: 'a value has more than one anchor',
  MULTIPLE_DOCS: 'the file holds more than one document',
  MULTIPLE_TAGS: 'a value has more than one tag',
  NON_STRING_KEY: 'a key is no plain text',
  RESOURCE_EXHAUSTION: 'aliases stand for too much, or values lie too deep',
  TAB_AS_INDENT: 'a line is indented by a tab',
  TAG_RESOLVE_FAILED: 'a tag is none that this file may use',
  UNEXPECTED_TOKEN: 'something stands where nothing is expected',
  BAD_COLLECTION_TYPE: 'a tag does not fit its value',
}
