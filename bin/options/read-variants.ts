import { loadVariants } from '../../endpoint/variant-kit/load-variants.ts'
import type { KnownVariant, Variant } from '../../endpoint/variant.ts'
import { didYouMean } from '../../harness/nearest.ts'
import { quoted, type Problem } from '../../harness/problem.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'

/** The variants of these names, in their order and each once, or what is wrong with the names. */
export async function readVariants(
  names: readonly string[],
): Promise<
  { readonly variants: readonly KnownVariant[] } | { readonly problems: readonly Problem[] }
> {
  if (names.length === 0) return { variants: [] }
  const all = await loadVariants()
  const known = all.map(({ name }) => name)
  const problems = names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: 'UNKNOWN_VARIANT',
      message: `--variant is ${quoted(name)}, and there is no such variant`,
      hint: didYouMean(name, known) ?? 'orgproof serve --list-variants shows every one',
    }))
  if (problems.length > 0) return { problems }
  const variants = [...new Set(names)].flatMap((name) => all.filter((one) => one.name === name))
  return { variants }
}

/** Vendors that can not be so: nobody says of them that such an endpoint is right. */
export function unattested(
  variants: readonly Variant[],
  vendors: readonly VendorId[],
): readonly Problem[] {
  return variants.flatMap(({ name, evidence }) => {
    const without = vendors.filter((id) => evidence[id] === undefined)
    if (without.length === 0) return []
    const [named = '', ...more] = Object.keys(evidence)
    const choice = [named, ...more].map((id) => `--vendor ${id}`).join(' ')
    return [
      {
        code: 'NO_EVIDENCE',
        message: `--variant ${name}: nothing shows that an endpoint of ${without.join(', ')} may be so`,
        hint: `ask for ${choice}`,
      },
    ]
  })
}
