import { expect, test } from 'vitest'

import { openDocument } from '../source-document.ts'
import { readSdkActions } from './sdk-actions.ts'
import { readSdkModels } from './sdk-models.ts'
import { sdkSchema } from './sdk-schema.ts'

const types = `/**
 * a request
 */
export interface OpenDoorRequest {
    /**
     * which
     */
    DoorId: number;
    /**
     * how wide。0：a crack，1：half，-1：off its hinges
     */
    Width?: number;
    /**
     * always so（目前固定为7）
     */
    Kind: number;
    Keys: Array<number | bigint>;
    Reason?: string;
}
/**
 * nothing
 */
export type ListDoorsRequest = null;
export interface ListDoorsResponse {
    Doors?: Array<Door>;
    RequestId?: string;
}
`

const client = `class Client extends abstract_client_1.AbstractClient {
    constructor(clientConfig) {
        super("door.example.com", "2018-12-25", clientConfig);
    }
    /**
     * opens
     */
    async OpenDoor(req, cb) {
        return this.request("OpenDoor", req, cb);
    }
    async ListDoors(req, cb) {
        return this.request("ListDoors", req, cb);
    }
}
`

const models = readSdkModels(openDocument(types, 'models.d.ts'))
const schemaOf = (name: string): ReturnType<typeof sdkSchema> => {
  const model = models.find((one) => one.name === name)
  if (model === undefined) throw new Error(`no ${name}`)
  return sdkSchema(model, (symbol) => ({ symbol }))
}

test('types, members and their marks are read', () => {
  expect(models.map(({ name }) => name)).toEqual([
    'OpenDoorRequest',
    'ListDoorsRequest',
    'ListDoorsResponse',
  ])
  expect(schemaOf('OpenDoorRequest')['required']).toEqual(['DoorId', 'Kind', 'Keys'])
  expect(schemaOf('ListDoorsRequest')).toEqual({
    type: 'object',
    properties: {},
    'x-citation': { symbol: 'ListDoorsRequest' },
  })
})

test('numbers are unsigned unless their comment lists what they may be', () => {
  const { properties } = schemaOf('OpenDoorRequest')
  expect(properties).toMatchObject({
    DoorId: { type: 'integer', minimum: 0, 'x-soft': ['minimum'] },
    Width: { type: 'integer', enum: [-1, 0, 1] },
    Kind: { type: 'integer', enum: [7] },
    Keys: { type: 'array', items: { type: 'integer', minimum: 0 } },
    Reason: { type: 'string', 'x-citation': { symbol: 'OpenDoorRequest.Reason' } },
  })
  expect(JSON.stringify(properties)).not.toContain('hinges')
})

test('structures are referred to, and the frame owns the request id', () => {
  expect(schemaOf('ListDoorsResponse')['properties']).toMatchObject({
    Doors: { type: 'array', items: { $ref: '#/components/schemas/Door' } },
    RequestId: { type: 'string', 'x-protocol': 'Tencent API 3.0, Response.RequestId' },
  })
})

test('host, version and actions are read', () => {
  expect(readSdkActions(openDocument(client, 'client.js'))).toEqual({
    host: 'door.example.com',
    version: '2018-12-25',
    actions: ['ListDoors', 'OpenDoor'],
  })
})

test.each([
  ['a class', types.replace('export interface OpenDoorRequest {', 'class A {'), 4],
  ['an unknown type', types.replace('DoorId: number', 'DoorId: boolean'), 8],
  ['a method', types.replace('DoorId: number', 'open(): void'), 8],
  ['a file that breaks off', types.slice(0, types.lastIndexOf('}')), 27],
])('%s among the types is refused with its line', (_, text, line) => {
  expect(() => readSdkModels(openDocument(text, 'models.d.ts'))).toThrow(`models.d.ts:${line}:`)
})

test.each([
  ['without a host', client.replace('super(', 'call('), 15],
  [
    'whose method asks for something else',
    client.replace('request("OpenDoor"', 'request("Shut"'),
    9,
  ],
  ['without any action', client.replaceAll('async ', ''), 15],
])('a client %s is refused', (_, text, line) => {
  expect(() => readSdkActions(openDocument(text, 'client.js'))).toThrow(`client.js:${line}:`)
})
