import { expect, test } from 'vitest'

import type { OpenApiDocument } from '../contract/openapi-document.ts'
import { applyOverlay, type Overlay, type OverlayAction } from '../contract/overlay.ts'

const openapi: OpenApiDocument = {
  openapi: '3.1.0',
  info: {},
  paths: { '/a~b': { post: { tags: ['x'] } } },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        properties: { Name: { type: 'string', enum: ['A', 'B'] }, Size: { type: 'integer' } },
      },
    },
    securitySchemes: {},
  },
}

const overlay = (...actions: readonly OverlayAction[]): Overlay => ({
  document: 'page.txt',
  entries: [
    {
      id: 'Z7',
      lines: [[1, 1]],
      sha256: [''],
      reading: '',
      why: '',
      evidence: 'document',
      actions,
    },
  ],
})

const thing = '/components/schemas/Thing'
const laid = (...actions: readonly OverlayAction[]) =>
  applyOverlay(openapi, overlay(...actions)).components.schemas['Thing']

test('an update is merged and signed', () => {
  expect(laid({ target: `${thing}/properties/Size`, update: { minimum: 1 } })).toMatchObject({
    properties: { Size: { type: 'integer', minimum: 1, 'x-overlay': ['Z7'] } },
  })
})

test('an update of several targets reaches each of them, and signs once per entry', () => {
  const target = [`${thing}/properties/Name`, `${thing}/properties/Size`]
  const twice = laid({ target, update: { a: 1 } }, { target, update: { b: 2 } })
  expect(twice).toMatchObject({
    properties: { Name: { a: 1, b: 2, 'x-overlay': ['Z7'] }, Size: { 'x-overlay': ['Z7'] } },
  })
})

test('a property that is added is signed itself, the map of properties is not', () => {
  const properties = laid({ target: `${thing}/properties`, update: { New: { type: 'string' } } })
  expect(properties).toMatchObject({ properties: { New: { 'x-overlay': ['Z7'] } } })
  expect(properties?.['properties']).not.toHaveProperty('x-overlay')
})

test('null removes a member, remove removes the target, append extends a list', () => {
  expect(laid({ target: `${thing}/properties/Size`, update: { type: null } })).not.toHaveProperty(
    'properties.Size.type',
  )
  expect(laid({ target: `${thing}/properties/Size`, remove: true })).not.toHaveProperty(
    'properties.Size',
  )
  expect(laid({ target: `${thing}/properties/Name/enum`, append: ['C'] })).toMatchObject({
    properties: { Name: { enum: ['A', 'B', 'C'] } },
  })
  expect(laid({ target: `${thing}/properties/Name/enum/0`, remove: true })).toMatchObject({
    properties: { Name: { enum: ['B'] } },
  })
})

test('a pointer with escapes finds its path', () => {
  const result = applyOverlay(
    openapi,
    overlay({ target: '/paths/~1a~0b/post', update: { deprecated: true } }),
  )
  expect(result.paths['/a~b']).toMatchObject({ post: { deprecated: true, tags: ['x'] } })
})

test.each([
  ['a target that does not exist', { target: `${thing}/properties/Colour`, update: {} }],
  ['a list index that does not exist', { target: `${thing}/properties/Name/enum/2`, remove: true }],
  ['an append to what is no list', { target: `${thing}/properties/Name`, append: ['C'] }],
  ['an update of what is no object', { target: `${thing}/type`, update: {} }],
] as readonly (readonly [string, OverlayAction])[])('%s is named with its entry', (_, action) => {
  expect(() => laid(action)).toThrow(`overlay entry Z7: ${String(action.target)} `)
})

test('neither the document nor the overlay is changed', () => {
  const before = JSON.stringify(openapi)
  laid({ target: `${thing}/properties/Size`, update: { minimum: 1 } })
  expect(JSON.stringify(openapi)).toBe(before)
})
