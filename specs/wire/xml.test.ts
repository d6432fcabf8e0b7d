import { expect, test } from 'vitest'

import { readXml } from './xml.ts'

const plain = (document: string): unknown => {
  const read = readXml(document)
  return read && Object.fromEntries(read)
}

test('texts are told by the path of their element', () => {
  const document =
    '<?xml version="1.0" encoding="UTF-8"?>\n<A xmlns="u">\n <B>1&amp;2</B><B/><C a=\'1\'>x</C>\n</A>\n'
  expect(plain(document)).toEqual({ A: ['\n \n'], 'A/B': ['1&2', ''], 'A/C': ['x'] })
})

test.each([
  ['nothing', ''],
  ['text', 'no XML'],
  ['JSON', '{"A":1}'],
  ['HTML', '<!DOCTYPE html><html><body>x</body></html>'],
  ['HTML that is no XML', '<html><br></html>'],
  ['an element that is cut', '<A><B>1</B>'],
  ['a tag that is cut', '<A><B>1</B></'],
  ['an end that fits nothing', '<A></B>'],
  ['two elements', '<A/><B/>'],
  ['text behind the element', '<A/>x'],
  ['text before it', 'x<A/>'],
  ['a comment', '<A><!-- <B>1</B> --></A>'],
  ['CDATA', '<A><![CDATA[1]]></A>'],
  ['entities of its own', '<!DOCTYPE A [<!ENTITY b "1">]><A>&b;</A>'],
])('%s is not read', (_, document) => {
  expect(readXml(document)).toBeUndefined()
})

test('names that every object inherits are names like others', () => {
  expect(plain('<A><constructor>1</constructor></A>')).toEqual({ A: [''], 'A/constructor': ['1'] })
})

test('a long document is read in one pass', () => {
  const many = 20_000
  const texts = readXml(`<A>${'<B>1</B>'.repeat(many)}</A>`)
  expect(texts?.get('A/B')).toHaveLength(many)
  expect(readXml(`<A${' '.repeat(100_000)}`)).toBeUndefined()
  expect(readXml(`${'<A>'.repeat(300_000)}${'</A>'.repeat(300_000)}`)).toBeUndefined()
})
