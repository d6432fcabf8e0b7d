import type { Citation } from '../../specs/contract/citation.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import type { RequestTemplate } from '../../specs/vendor/request-template.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { boundariesOf } from './boundaries.ts'
import type { CheckMaker } from './check-maker.ts'
import { consistentInput } from './consistent-input.ts'
import { evidenceFor } from './evidence.ts'
import type { InputField } from './input-field.ts'
import { changed, valueAt } from './json-path.ts'
import type { Positive } from './plan.ts'
import type { RequestBuilder } from './request-builder.ts'

const source = sourceOf(import.meta.url)

/** What the requests of an operation are planned from. */
export interface PlanParts {
  readonly vendor: Vendor
  readonly operation: string
  readonly template: RequestTemplate
  readonly fields: readonly InputField[]
  readonly maker: CheckMaker
}

/** Valid requests beside the minimal one: every optional path, every listed value, every boundary. */
export function positivesOf(parts: PlanParts): readonly Positive[] {
  const fields = parts.fields.filter(({ token }) => !token)
  return [
    ...fields.filter((field) => !field.kept).map((field) => optional(parts, field)),
    ...fields.flatMap((field) => listedValues(parts, field)),
    ...fields.flatMap((field) => boundaries(parts, field)),
    unknownMember(parts),
  ]
}

/** How a field is called in titles. */
export function nameOf({ path }: InputField): string {
  return path.join('/')
}

const optional = ({ vendor, maker }: PlanParts, field: InputField): Positive => {
  const key = `${nameOf(field)}/optional`
  const { citations } = evidenceFor(vendor.contract, field, 'optional')
  return {
    key,
    state: false,
    build: (builder) => builder.with(field),
    check: maker.check({
      key,
      title: `${nameOf(field)} is accepted`,
      axis: 'input',
      level: 'must',
      citations,
      source,
    }),
  }
}

const listedValues = (parts: PlanParts, field: InputField): readonly Positive[] => {
  const { vendor, template, maker } = parts
  const listed = field.schema['enum']
  if (!Array.isArray(listed)) return []
  const sent = valueAt(template.input, field.path)
  const meaningless = template.meaningless?.[field.pointer] ?? []
  return (listed as readonly string[])
    .filter((value) => value !== sent && !meaningless.includes(value))
    .map((value) => {
      const key = `${nameOf(field)}/enum/${value}`
      const title = `${nameOf(field)} ${value} is accepted`
      const evidence = evidenceFor(vendor.contract, field, 'enum')
      return {
        key,
        state: true,
        check: maker.check({ key, title, axis: 'input', ...evidence, source }),
        build: async (builder) =>
          consistentInput(
            parts,
            builder.prerequisites,
            changed(await builder.with(field), field.path, value),
          ),
      }
    })
}

const boundaries = (
  { vendor, template, maker }: PlanParts,
  field: InputField,
): readonly Positive[] =>
  boundariesOf(field, template).map(({ name, keyword, wording, value }) => {
    const key = `${nameOf(field)}/${name}/at`
    const evidence = evidenceFor(vendor.contract, field, keyword)
    return {
      key,
      state: false,
      check: maker.check({
        key,
        title: `${nameOf(field)} ${wording} is accepted`,
        axis: 'input',
        ...evidence,
        source,
      }),
      build: async (builder: RequestBuilder): Promise<JsonObject> =>
        changed(await builder.with(field), field.path, value(builder.random(key))),
    }
  })

/** Objects are open unless a schema closes them: clients that know more than the endpoint must work. */
const openObjects: Citation = {
  kind: 'protocol',
  source: 'JSON Schema 2020-12, core, section 10.3.2.3 (additionalProperties)',
}

const unknownMember = ({ maker }: PlanParts): Positive => ({
  key: 'unknown-member/accepted',
  state: false,
  check: maker.check({
    key: 'unknown-member/accepted',
    title: 'A member that the contract does not know is ignored',
    axis: 'input',
    level: 'should',
    citations: [openObjects],
    source,
  }),
  build: async (builder) => ({ ...(await builder.minimal()), OrgproofUnknown: 'ignored' }),
})
