import type { Citation } from '../contract/citation.ts'
import type { BuiltinPolicy } from '../model/rules.ts'
import type { LimitName } from '../vocabulary/limit-name.ts'
import type { PolicyType } from '../vocabulary/verbs.ts'

/** A number a vendor keeps to, with who says so. `undefined` in a target means: not limited. */
export interface Limit {
  readonly value: number
  readonly evidence: Citation
}

/** Why a vendor does not offer a feature, and who says so. */
export interface Absence {
  readonly reason: string
  /** where nobody says it in so many words: the list that would have to name it, or the lines that would have to say it */
  readonly evidence: readonly [Citation, ...Citation[]]
}

/** What stays of a write that nothing takes back, and who says so. */
export interface LastingTrace {
  readonly says: string
  /** days after which nothing is left of it; missing where it stays, or nobody says until when */
  readonly endsAfterDays?: number
  readonly evidence: readonly [Citation, ...Citation[]]
}

/** Which spellings of a policy document mean the same. */
export interface PolicyDocuments {
  /** the version of a document that names none */
  readonly defaultVersion: string
  /** the long form of an account as a principal; `{account}` stands for its id, which means the same alone */
  readonly accountPrincipal: string
}

/** A file of the user's: below the home folder, unless a variable names another. */
export interface UserFile {
  /** `{profile}` stands for the profile's name */
  readonly path: string
  readonly variable?: string
}

/** Where the vendor's own tools keep credentials under a name. */
export type CredentialStore =
  /** the vendor's SDK finds them, with all that it knows: assumed roles, single sign-on, processes */
  | {
      readonly kind: 'sdk'
      readonly files: { readonly credentials: UserFile; readonly config: UserFile }
    }
  /** a section of a file, or a file of its own */
  | {
      readonly kind: 'ini' | 'json'
      readonly files: { readonly credentials: UserFile }
      readonly keys: {
        readonly accessKey: string
        readonly secret: string
        readonly token: string
      }
    }

/** profile.json of a vendor: what it offers, how much of it, and values that fit its grammar. */
export interface Profile {
  readonly limits: Readonly<Partial<Record<LimitName, Limit>>>
  /** features that the vendor does not offer */
  readonly absent: Readonly<Record<string, Absence>>
  /** policy types the vendor offers; `control` ones have a built-in that must stay attached */
  readonly policyTypes: readonly PolicyType[]
  /** the policy the vendor attaches everywhere by itself */
  readonly builtinPolicy?: BuiltinPolicy
  /** documents that the vendor accepts, by policy type: two different ones each */
  readonly policyContents: Readonly<Partial<Record<PolicyType, readonly [string, string]>>>
  readonly policyDocuments?: PolicyDocuments
  /** a document for the organization's own resource policy; `{account}` stands for an account id */
  readonly resourcePolicyContent?: string
  /** service principals that may be trusted and delegated */
  readonly services: readonly [string, string, ...string[]]
  /** a well-formed name of a service that does not exist */
  readonly unknownService: string
  /** network endpoints that every account lets in at first, on a target that was seeded so */
  readonly endpoints?: readonly string[]
  /** well-formed ids that nothing has, by noun (root, unit, account, policy, invitation, creation …) */
  readonly unknown: Readonly<Record<string, string>>
  /** tag keys with this prefix are the vendor's own */
  readonly reservedTagPrefix?: string
  /** role names with this prefix are the vendor's own */
  readonly reservedRolePrefix?: string
  /** what stays of operations that nothing takes back, by operation */
  readonly lasting?: Readonly<Record<string, LastingTrace>>
  readonly credentialStore: CredentialStore
  /** domains in which the vendor's own endpoints have their names */
  readonly domains: readonly string[]
  /** what tells whose an organization is: how ids of accounts and organizations look, and which members hold them */
  readonly identifying: {
    /** regular expressions, of small letters alone */
    readonly forms: readonly string[]
    readonly members: readonly string[]
  }
}
