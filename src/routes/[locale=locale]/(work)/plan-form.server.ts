// What preparing a meeting needs, for coaches and peer experts: the kits there are, and a posted plan judged.
import { listModules } from '$lib/content/catalogue.server';
import type { Locale } from '$lib/i18n/locales';

export interface Kit {
	slug: string;
	title: string;
	minutes: number;
	intensity: number;
}

/** The kits that a group may use: modules up to its own intensity, gentle ones first. */
export function listKits(locale: Locale, intensity = 3): Kit[] {
	return listModules(locale)
		.filter((module) => module.intensity <= intensity)
		.map(({ slug, title, minutes, intensity: level }) => ({ slug, title, minutes, intensity: level }))
		.sort((a, b) => a.intensity - b.intensity || a.title.localeCompare(b.title, locale));
}

/** Intensity of each kit, as `checkPlan` wants it. */
export function kitIntensities(kits: readonly Kit[]): Map<string, number> {
	return new Map(kits.map(({ slug, intensity }) => [slug, intensity]));
}

export const planFields = ['group', 'on', 'starts', 'kit', 'coachPresent', 'booster', 'version'] as const;
