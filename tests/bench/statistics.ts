/** The value below which `share` (0..1) of the values lie (nearest rank); NaN for none. */
export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}
