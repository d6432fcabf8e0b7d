/** For tests: milliseconds after which something hangs, on however busy a machine. No test depends on its speed. */
export const hang = 600_000
