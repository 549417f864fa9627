// Time for lives: the machine's clock when the process began, and from then on only forward. A clock that is set wrong (or right)
// in the middle of a meeting neither ends it nor lets it last for ever.

/** Milliseconds since 1970, never jumping within a process. */
export function createSteadyClock(wall: () => number = Date.now, steady: () => number = () => performance.now()): () => number {
	const [begun, from] = [wall(), steady()];
	return () => Math.round(begun + steady() - from);
}
