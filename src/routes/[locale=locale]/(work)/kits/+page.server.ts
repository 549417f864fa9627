// All kits: what a group can do together.
import { requireUser } from '$lib/auth/guards.server';
import { listKits } from '$lib/content/kits.server';
import type { Locale } from '$lib/i18n/locales';

export const load = (event) => {
	requireUser(event);
	const kits = listKits(event.params.locale as Locale).map(({ kit, text }) => ({
		...{ slug: kit.slug, title: text.title, summary: text.summary, picture: kit.picture },
		...{ durations: kit.durations, ages: kit.ages, intensity: kit.intensity }
	}));
	return { kits };
};
