/** The steps in which a refusal is judged; each is a check of its own. */
export const refusalSteps = ['refused', 'declared', 'code', 'reason'] as const
export type RefusalStep = (typeof refusalSteps)[number]
