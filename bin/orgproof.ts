#!/usr/bin/env node
import { armInterruption } from './shell/interruption.ts'

// A run may have been stopped before the rest of the program is even read: its first line hears of it.
if (process.argv[2] === 'run') armInterruption()

await import('./own-process.ts')
