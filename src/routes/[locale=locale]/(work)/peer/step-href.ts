// Where each step of the path is taken.
import type { PathStep } from '$lib/training/path';

export function stepHref(home: string, step: PathStep): string {
	return step === 'meet-together' || step === 'meet-again' ? `${home}/plans` : `${home}/kits`;
}
