/** What nobody may read into a certificate, however well it is signed. */
export const doesNotProve: readonly string[] = [
  'That whoever signed tells the truth: a signature proves who holds the key, and that nothing was changed since.',
  'That the endpoint is the one that it is called: its name and address are as the run was told.',
  'That the endpoint still behaves so, or ever did towards other accounts, in other regions, or under load.',
  'Anything of what was not asked: what is missing, untestable, inconclusive or absent, and rules that no check establishes.',
  'That the endpoint is secure, available or fast: checks ask whether it does what its documents say.',
  'That the vendor of the API knows of this certificate, or agrees.',
]
