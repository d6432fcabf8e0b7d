import { expect, test } from 'vitest'

import type { JsonObject } from './json.ts'
import type { OpenApiDocument } from './openapi-document.ts'
import { publishedContract } from './published-contract.ts'

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const content = (schema: JsonObject): JsonObject => ({ content: { 'text/json': { schema } } })

const documentOf = (schemas: Record<string, JsonObject>): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'Shelves', version: '1', 'x-document': { file: 'shelves.txt' } },
  servers: [{ url: 'https://shelves.example' }],
  paths: {
    '/#X-Target=AddShelf': {
      post: {
        operationId: 'AddShelf',
        requestBody: content(reference('AddShelfRequest')),
        responses: { '200': content(reference('AddShelfResponse')), '202': { description: 'so' } },
      },
    },
  },
  components: { schemas, securitySchemes: {} },
})

const published = (schemas: Record<string, JsonObject>): OpenApiDocument =>
  publishedContract(documentOf(schemas), [])

const withMember = (member: JsonObject): Record<string, JsonObject> => ({
  AddShelfRequest: { type: 'object', properties: { shelf: member } },
  AddShelfResponse: { type: 'object', properties: { shelf: member } },
})

const shelfIn = (document: OpenApiDocument, message: string): unknown =>
  (document.components.schemas[message]?.['properties'] as JsonObject | undefined)?.['shelf']

test.each([
  ['a text', { type: 'string' }, { type: ['string', 'null'] }],
  ['what may be null already', { type: ['string', 'null'] }, { type: ['string', 'null'] }],
  [
    'a list of values',
    { type: 'string', enum: ['OAK'], 'x-type': 'wood' },
    {
      anyOf: [{ type: 'string', enum: ['OAK'] }, { type: 'string' }, { type: 'null' }],
      'x-type': 'wood',
    },
  ],
  [
    'a list that is open',
    { anyOf: [{ type: 'string', enum: ['OAK'] }, { type: 'string' }] },
    { anyOf: [{ type: 'string', enum: ['OAK'] }, { type: 'string' }, { type: 'null' }] },
  ],
  [
    'entries',
    { type: 'array', items: { type: 'integer', enum: [1] } },
    {
      type: ['array', 'null'],
      items: { anyOf: [{ type: 'integer', enum: [1] }, { type: 'integer' }] },
    },
  ],
])('an answer may leave out and outgrow %s, a request may not', (_name, member, answered) => {
  const document = published(withMember(member))
  expect(shelfIn(document, 'AddShelfRequest')).toEqual(member)
  expect(shelfIn(document, 'AddShelfResponse')).toEqual(answered)
})

test('what an answer must have is not null', () => {
  const { AddShelfRequest, AddShelfResponse } = withMember({ type: 'string' })
  const document = published({
    AddShelfRequest: AddShelfRequest ?? {},
    AddShelfResponse: { ...AddShelfResponse, required: ['shelf'] },
  })
  expect(shelfIn(document, 'AddShelfResponse')).toEqual({ type: 'string' })
})

test('a schema that is asked and answered is two, where answers are freer in it', () => {
  const { schemas } = published({
    ...withMember(reference('Shelf')),
    Shelf: { type: 'object', properties: { wood: reference('Wood'), size: reference('Size') } },
    Wood: { type: 'string', enum: ['OAK'] },
    Size: { type: 'integer' },
  }).components
  expect(Object.keys(schemas)).toEqual([
    'AddShelfRequest',
    'AddShelfResponse',
    'Shelf',
    'ShelfOutput',
    'Size',
    'Wood',
    'WoodOutput',
  ])
  expect(schemas['Shelf']).toMatchObject({ properties: { wood: reference('Wood') } })
  expect(schemas['ShelfOutput']).toMatchObject({
    properties: {
      wood: { anyOf: [reference('WoodOutput'), { type: 'null' }] },
      size: { anyOf: [reference('Size'), { type: 'null' }] },
    },
  })
})

test('a soft keyword is told and binds nobody', () => {
  const soft = { type: 'string', maxLength: 9, pattern: '^a', 'x-soft': ['pattern'] }
  const document = published(withMember(soft))
  const told = { type: 'string', maxLength: 9, 'x-should': { pattern: '^a' } }
  expect(shelfIn(document, 'AddShelfRequest')).toEqual(told)
  expect(shelfIn(document, 'AddShelfResponse')).toEqual({ ...told, type: ['string', 'null'] })
})

test('a keyword that is soft in one place is hard where it is referred to from another', () => {
  const { schemas } = published({
    AddShelfRequest: {
      type: 'object',
      properties: { shelf: { ...reference('Wood'), 'x-soft': ['enum'] }, wood: reference('Wood') },
    },
    AddShelfResponse: { type: 'object' },
    Wood: { type: 'string', enum: ['OAK'] },
  }).components
  expect(schemas['AddShelfRequest']).toEqual({
    type: 'object',
    properties: {
      shelf: { type: 'string', 'x-should': { enum: ['OAK'] } },
      wood: reference('Wood'),
    },
  })
  expect(schemas['Wood']).toEqual({ type: 'string', enum: ['OAK'] })
})

test.each([
  [{ required: ['a', 'b'], 'x-soft-required': ['b'] }, { required: ['a'] }, ['b']],
  [{ required: ['a'], 'x-soft': ['required'] }, {}, ['a']],
])('members that should be there: %j', (keywords, must, should) => {
  const { schemas } = published({ AddShelfRequest: keywords, AddShelfResponse: {} }).components
  expect(schemas['AddShelfRequest']).toEqual({ ...must, 'x-should': { required: should } })
})

test('an answer without a body stays one', () => {
  const item = published(withMember({ type: 'string' })).paths['/#X-Target=AddShelf']
  expect(item?.['post']).toMatchObject({ responses: { '202': { description: 'so' } } })
  expect(item).not.toHaveProperty('post.responses.202.content')
})

test.each([
  ['nothing', { type: 'object' }, { anyOf: [reference('AddShelfResponse'), { type: 'null' }] }],
  ['something', withMember({})['AddShelfResponse'] ?? {}, reference('AddShelfResponse')],
])('where %s is answered', (_name, AddShelfResponse, schema) => {
  const { paths } = published({ AddShelfRequest: {}, AddShelfResponse })
  expect(paths['/#X-Target=AddShelf']?.['post']).toMatchObject({
    responses: { '200': content(schema) },
  })
})

test('an error is never null', () => {
  const responses = {
    '200': { description: 'so' },
    '4XX': content({ anyOf: [{ type: 'object' }] }),
  }
  const post = { operationId: 'AddShelf', responses }
  const document = { ...documentOf({}), paths: { '/': { post } } }
  expect(publishedContract(document, []).paths['/']).toMatchObject({ post: { responses } })
})

test('the document says where its operations are called, and names what else tells codes', () => {
  const further = { ...documentOf({}), info: { title: 'Codes' }, 'x-error-codes': { E1: {} } }
  const document = publishedContract(documentOf(withMember({ type: 'string' })), [further])
  expect(document.info['description']).toContain('`https://shelves.example/`')
  expect(document.info['description']).toContain('`X-Target: AddShelf`')
  expect(document['x-further-documents']).toEqual([{ title: 'Codes', 'x-error-codes': { E1: {} } }])
})

test('a path of its own needs no words on how to call', () => {
  const document = documentOf(withMember({ type: 'string' }))
  const paths = { '/shelves': document.paths['/#X-Target=AddShelf'] ?? {} }
  const { info } = publishedContract({ ...document, paths }, [])
  expect(info['description']).not.toContain('is called at')
})
