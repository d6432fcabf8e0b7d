import { frameWays } from './frame-ways.ts'
import { deniedWithoutWords, outputWays, rarerOutputWays } from './output-ways.ts'
import { rarerRefusalWays, refusalWays } from './refusal-ways.ts'
import type { Way } from './ways.ts'

const usual = [...outputWays, ...refusalWays, ...frameWays]

/** How single answers are spoiled. */
export const closeWays: readonly Way[] = [...usual, ...rarerOutputWays, ...rarerRefusalWays]

/** How they are for what watches them. */
export const watchedWays: readonly Way[] = [...usual, deniedWithoutWords, ...rarerRefusalWays]
