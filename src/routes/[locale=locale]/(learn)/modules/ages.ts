/** Neighbouring age bands as one span of years: `['12-13', '14-15']` reads "12–15". */
export function joinAges(bands: string[]): string {
	const years = bands.flatMap((band) => band.split('-').map(Number)).filter(Number.isFinite);
	if (years.length === 0) return '';
	return `${Math.min(...years)}–${Math.max(...years)}`;
}
