import type { RunPlan } from '../../harness/run/run-plan.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Renew } from '../../suites/client/renewal.ts'
import type { Environment } from '../shell/shell.ts'
import { readProfile } from './profile-store.ts'

/** Reads again what the vendor's own tools keep under the names of a plan; credentials without a name are the only ones there are. */
export function profileRenewal({ vendors: [id] }: RunPlan, environment: Environment): Renew {
  return async ({ profile }) => {
    if (profile === undefined || id === undefined) return undefined
    const { credentialStore: store } = (await loadVendor(id)).profile
    const read = await readProfile({ profile, store, environment })
    return 'says' in read ? undefined : read
  }
}
