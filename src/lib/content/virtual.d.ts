// What vite-plugin.ts provides to server code: every module, compiled, in every interface language.
declare module 'virtual:relais-content' {
	import type { Locale } from '$lib/i18n/locales';
	import type { CompiledModule, Graph } from '$lib/content/graph';
	import type { Completeness } from '$lib/content/offer';

	/** By slug. The graph is kept once: it is the same in every language. */
	export const modules: Record<
		string,
		{ graph: Graph; texts: Record<Locale, Omit<CompiledModule, 'graph'>>; completeness: Record<Locale, Completeness> }
	>;
}

// What the same plugin provides to those who are signed in.
declare module 'virtual:relais-training' {
	import type { Locale } from '$lib/i18n/locales';
	import type { CompiledUnit, Graph } from '$lib/content/graph';

	/** Training units, by slug. */
	export const units: Record<string, { graph: Graph; texts: Record<Locale, Omit<CompiledUnit, 'graph'>> }>;
}

// What the same plugin provides to the studio.
declare module 'virtual:relais-studio' {
	import type { StudioModule } from '$lib/content/studio';

	/** Every module, then every training unit, those that can't be compiled included, each in alphabetical order of their slugs. */
	export const studio: StudioModule[];
}

// What kit-vite-plugin.ts provides to server code: every kit, in every interface language.
declare module 'virtual:relais-kits' {
	import type { Locale } from '$lib/i18n/locales';
	import type { Kit, KitText } from '$lib/content/kit';

	/** By slug. */
	export const kits: Record<string, { kit: Kit; texts: Record<Locale, KitText> }>;
}
