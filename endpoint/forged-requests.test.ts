import { describe, expect, test } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import { rowOf } from '../specs/vendor/dialect.ts'
import type { Vendor, VendorId } from '../specs/vendor/vendor.ts'
import { knownVendors, loadVendor } from '../specs/vendors/load-vendor.ts'
import type { Answer, Message } from '../specs/wire/wire.ts'
import { openFacade } from './facade.ts'
import { honestSteps } from './honest-steps.ts'
import { baseOf, calls, endpoint, now } from './testing/base.ts'
import { chanceOf } from './testing/chance.ts'
import { forged, forgeriesOf, type Forged } from './testing/forged.ts'

/**
 * Every part of a rightly signed request is altered in turn. What is believed all the same stands in a table, with the
 * reason why the scheme allows it; nothing else is.
 */

const perVendor = 150

const forgedFor = (vendor: Vendor): readonly Forged[] =>
  forged(baseOf(vendor), perVendor, chanceOf(7))

// ---- what is believed all the same

interface Allowed {
  /** why the scheme allows it */
  readonly why: string
  /** what the protocol says to it then; absent: it is answered like the base */
  readonly answered?: string
}

/** The reason, and where it is said. */
const because = {
  unsigned: 'headers that the list does not name are not signed, and may be anything',
  covered: 'which further headers are signed is the choice of the client, who signed this one',
  trimmed:
    'white space around a value is not part of it (RFC 9110, section 5.5), nor of what is signed',
  listed: 'blanks behind a comma are no part of a list (RFC 9110, section 5.6.1)',
  oneSecret:
    'the key is not part of what is signed but says whose secret signs, and all accounts here share one',
  sorted: 'the query is signed in the order of its names (canonical query string)',
  escaped: 'the query is signed in one spelling of its escapes (canonical query string)',
  pairs: 'the query is signed pair by pair, and an empty one is none (canonical query string)',
} as const

const everywhere: Readonly<Record<string, Allowed>> = {
  'a header that is not signed': { why: because.unsigned },
  'a name more that was signed': { why: because.covered },
  'blanks around a value': { why: because.trimmed },
  'no blank behind the commas': { why: because.listed },
}

const sortedQuery: Readonly<Record<string, Allowed>> = {
  'the query in another order': { why: because.sorted },
  'escapes in small letters': { why: because.escaped },
  'an escape that nobody needs': { why: because.escaped },
  'an empty pair in the query': { why: because.pairs },
}

const sdkHmacAllows: Readonly<Record<string, Allowed>> = {
  'a plus for a blank': {
    why: 'forms write a blank as plus, and the query is signed by what it means (canonical query string)',
  },
  'the content type unsigned': {
    why: 'the Go client signs the date alone (huaweicloud-sdk-go-v3@1cd70eb6): which others are is its choice',
  },
  'the right hash of the body, unsigned': {
    why: 'it says what is true, and what is signed anyway',
  },
  'an escaped letter of the path': { why: 'the same path (RFC 3986, section 6.2.2.2)' },
  'a slash at the end': {
    why: 'Huawei Cloud, "API Signature Authentication Mechanism", CanonicalURI: one is added before signing',
    answered: 'APIGW.0101',
  },
}

const allowed: Readonly<Record<VendorId, Readonly<Record<string, Allowed>>>> = {
  aws: {
    ...everywhere,
    ...sortedQuery,
    'the key of another account': {
      why: because.oneSecret,
      answered: 'AWSOrganizationsNotInUseException',
    },
    'parts in another order': { why: 'the parts have names; no page gives them an order' },
    'blanks inside a value': {
      why: 'AWS, "Create a signed AWS API request", canonical headers: several blanks are signed as one',
    },
    'no equals sign in the query': {
      why: 'the same page, canonical query string: a name without a value is signed with an empty one',
    },
    'empty steps': {
      why: 'the same page, canonical URI, and normalize-path/get-slashes of the AWS Signature Version 4 Test Suite: a path is signed without them. Smithy, "AWS JSON 1.1 protocol": it is not the root URL',
      answered: 'UnknownOperationException',
    },
    'relative steps': {
      why: 'the same, and normalize-path/get-relative',
      answered: 'UnknownOperationException',
    },
  },
  huawei: {
    ...everywhere,
    ...sortedQuery,
    ...sdkHmacAllows,
    'the key of another account': { why: because.oneSecret, answered: 'Organizations.1015' },
    'the account of the caller, unsigned': { why: because.unsigned },
  },
  tencent: {
    ...everywhere,
    'the key of another account': {
      why: because.oneSecret,
      answered: 'ResourceNotFound.OrganizationNotExist',
    },
    'capitals in a value': {
      why: 'Tencent Cloud, "Signature method v3", step 1: values are signed in small letters',
    },
    'capitals in the content type': {
      why: 'the same; and media types have no case (RFC 9110, 8.3.1)',
    },
    'capitals in the action': { why: 'the same; actions have a case', answered: 'InvalidAction' },
    'the action unsigned': {
      why: 'the same page: host and content type are signed, the action may be',
    },
    'another version': { why: because.unsigned, answered: 'NoSuchVersion' },
    'another region': { why: `${because.unsigned}; the actions of this API need no region` },
    'an unsigned header of the vendor': { why: because.unsigned },
    'the wrong hash of the body': {
      why: `${because.unsigned}; the page knows no such header, the hash that is signed is of the body itself`,
    },
    'the service of the host': {
      why: "the vendor's clients take the first label of the host for the service (tencentcloud-sdk-nodejs, sign.js)",
    },
    'another port where none was signed': {
      why: "the vendor's clients sign the host without its port (tencentcloud-sdk-nodejs, sign.js)",
    },
  },
  codearts: {
    ...everywhere,
    ...sortedQuery,
    ...sdkHmacAllows,
    'the key of another account': { why: because.oneSecret },
    'a token of now': {
      why: 'the document, line 310 and after: a token may stand in for a signature',
    },
    'a token of today': { why: 'the document, line 316: it is valid for 24 hours' },
    'another body with a token': { why: 'a token says who asks, and nothing of what is asked' },
  },
}

// ---- the test

interface Found {
  readonly what: string
  readonly believed: boolean
  readonly answered: string
}

const sayingOf = (vendor: Vendor, operation: string, answer: Answer): string => {
  const reply = vendor.wire.decode(operationOf(vendor.contract, operation), answer)
  if (reply.kind === 'output') return 'done'
  return 'code' in reply && reply.code !== undefined ? reply.code : reply.kind
}

const openGate = async (vendor: Vendor) => {
  const base = baseOf(vendor)
  const facade = openFacade(vendor, { clock: () => now.getTime(), random: () => 0.5 })
  const serving = { now, regions: [vendor.region] }
  const { verify } = honestSteps(vendor)
  const [operation] = calls[vendor.id]
  const say = async (message: Message): Promise<string> =>
    sayingOf(vendor, operation, await facade.answer(message))
  const found = rowOf(vendor.dialect, 'createOrganization')
  if (found !== undefined) {
    const input = found.args.write({ features: 'all' })
    const encoded = vendor.wire.encode(operationOf(vendor.contract, found.operation), input)
    const scope = {
      credentials: { accessKey: base.accessKey, secret: base.making.secret },
      region: vendor.region,
      at: now,
    }
    await facade.answer(await vendor.wire.sign(encoded, endpoint, scope))
  }
  const asBase = await say(base.message)
  const tryOut = async (what: string, message: Message): Promise<Found> => {
    const verified = await verify(message, serving)
    const said = await say(message)
    return {
      what,
      believed: !('problem' in verified),
      answered: said === asBase ? 'as the base' : said,
    }
  }
  return { base, asBase, verify, serving, tryOut, facade }
}

test('six hundred different requests are forged', async () => {
  const vendors = await Promise.all(knownVendors.map((id) => loadVendor(id)))
  const messages = vendors.flatMap(forgedFor).map(({ message }) => JSON.stringify(message))
  expect(new Set(messages).size).toBe(600)
})

describe.each(knownVendors)('%s', async (id) => {
  const vendor = await loadVendor(id)

  test('the base is rightly signed, and no forged request is the same', async () => {
    const { base, verify, serving, asBase } = await openGate(vendor)
    expect(await verify(base.message, serving)).toEqual({ accessKey: base.accessKey })
    expect(asBase).not.toMatch(/^(?:garbled|APIGW|AuthFailure|.*Signature)/u)
    for (const { what, message } of forgedFor(vendor)) {
      expect(message, what).not.toEqual(base.message)
    }
  })

  test('there is a forged request of every kind', () => {
    const kinds = new Set(forgedFor(vendor).map(({ what }) => what))
    expect([...kinds].toSorted()).toEqual(Object.keys(forgeriesOf[id]).toSorted())
  })

  test('what is believed is what the table says', async () => {
    const { tryOut, facade } = await openGate(vendor)
    const tried: Found[] = []
    for (const { what, message } of forgedFor(vendor)) tried.push(await tryOut(what, message))
    expect(tried).toHaveLength(perVendor)
    const believed = tried.filter((one) => one.believed)
    const listed = Object.entries(allowed[id]).map(
      ([what, { answered = 'as the base' }]) => `${what}: ${answered}`,
    )
    expect(
      [...new Set(believed.map(({ what, answered }) => `${what}: ${answered}`))].toSorted(),
    ).toEqual(listed.toSorted())
    // one kind is believed as a whole, or not at all; and whatever is not believed is not answered either
    const names = new Set(believed.map(({ what }) => what))
    for (const { what, believed: is, answered } of tried) {
      expect(is, what).toBe(names.has(what))
      if (!is) expect(answered, what).not.toBe('as the base')
    }
    expect(facade.troubles()).toEqual([])
  })
})
