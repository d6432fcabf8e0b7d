import type { VendorId } from '../../specs/vendor/vendor.ts'

/** Which mutants of which vendor a process of its own is to try. */
export interface CampaignOrder {
  readonly vendor: VendorId
  readonly sample: number
  readonly seed: number
}

/** How many mutants a full selftest tries: chosen by the seed out of all that there are. */
export const fullSamples: Readonly<Record<VendorId, number>> = {
  aws: 2000,
  huawei: 1350,
  tencent: 600,
  codearts: 200,
}

/** The least percentages that have to be noticed, warnings counted. */
export const floors = { vendor: 92, room: 90 } as const
