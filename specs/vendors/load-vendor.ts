import type { Vendor, VendorId } from '../vendor/vendor.ts'

/** Loaded one by one, so that a run meets the documents of its own vendors only. */
const loaders: Readonly<Partial<Record<VendorId, () => Promise<Vendor>>>> = {
  aws: async () => (await import('./aws/aws.ts')).aws(),
  huawei: async () => (await import('./huawei/huawei.ts')).huawei(),
  tencent: async () => (await import('./tencent/tencent.ts')).tencent(),
  codearts: async () => (await import('./codearts/codearts.ts')).codearts(),
}

/** The vendors that can be loaded. */
export const knownVendors: readonly VendorId[] = Object.keys(loaders) as VendorId[]

/** Everything known of a vendor's API. Throws for a vendor that is not built in. */
export async function loadVendor(id: VendorId): Promise<Vendor> {
  const load = loaders[id]
  if (load === undefined) {
    throw new Error(`vendor ${id} is not built in; known are: ${knownVendors.join(', ')}`)
  }
  return load()
}
