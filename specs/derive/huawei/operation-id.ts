/** The verbs that titles of sections begin with. */
const imperatives: Readonly<Record<string, string>> = {
  Accepting: 'Accept',
  Adding: 'Add',
  Attaching: 'Attach',
  Canceling: 'Cancel',
  Closing: 'Close',
  Creating: 'Create',
  Declining: 'Decline',
  Deleting: 'Delete',
  Deregistering: 'Deregister',
  Detaching: 'Detach',
  Disabling: 'Disable',
  Enabling: 'Enable',
  Getting: 'Get',
  Inviting: 'Invite',
  Leaving: 'Leave',
  Listing: 'List',
  Moving: 'Move',
  Querying: 'Query',
  Registering: 'Register',
  Removing: 'Remove',
  Renaming: 'Rename',
  Updating: 'Update',
}

const silent: ReadonlySet<string> = new Set(['a', 'an', 'the', 'specified'])

/**
 * The name of an operation by the title of its section, for the manuals name none: the verb in the imperative,
 * articles and `specified` left out, the words joined. Undefined when the title begins with no known verb.
 */
export function operationId(title: string): string | undefined {
  const [verb = '', ...words] = title.split(' ')
  const imperative = imperatives[verb]
  if (imperative === undefined) return undefined
  return imperative + spokenWords(words).map(capitalised).join('')
}

/** The same in words, as a summary: `Create OU`. */
export function summaryOf(title: string): string {
  const [verb = '', ...words] = title.split(' ')
  return [imperatives[verb] ?? verb, ...spokenWords(words)].join(' ')
}

const spokenWords = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !silent.has(word.toLowerCase()))

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
