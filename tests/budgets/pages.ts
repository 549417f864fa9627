/** What a page may cost, in bytes (and requests). */
export interface Budget {
	html?: number;
	js?: number;
	css?: number;
	fonts?: number;
	images?: number;
	all?: number;
	requests?: number;
}
export type Figures = Required<Budget>;

/** The quick exit and what works offline are one small island on every page of young people. */
const text: Budget = { js: 5_000, css: 10_000, fonts: 50_000, images: 30_000, all: 120_000, requests: 12 };

export const pages: { path: string; budget: Budget }[] = [
	// A poster with people, of small drawings that other pages use again.
	{ path: '/fr', budget: { ...text, requests: 16 } },
	{ path: '/ar', budget: { ...text, requests: 16 } },
	// One small drawing for each place and person on the cards, kept for the modules that they lead to.
	{ path: '/fr/modules', budget: { ...text, requests: 20 } },
	{
		path: '/fr/modules/le-groupe-s-enflamme',
		budget: { ...text, html: 14_000, js: 40_000 }
	},
	{ path: '/ar/modules/le-groupe-s-enflamme', budget: { ...text, html: 14_000, js: 40_000 } },
	{ path: '/fr/help', budget: text },
	{ path: '/ar/help', budget: text },
	{ path: '/fr/memo', budget: text },
	{ path: '/fr/privacy', budget: text },
	{ path: '/fr/help/card', budget: text },
	{ path: '/ar/help/card', budget: text },
	{ path: '/fr/method', budget: text },
	{ path: '/ar/professionals', budget: text },
	{ path: '/fr/accessibility', budget: text },
	{ path: '/fr/terms', budget: text },
	{ path: '/fr/join', budget: text },
	{ path: '/fr/achievements/peer-expert', budget: text },
	{ path: '/fr/traces', budget: text },
	// The same for every code: the page of a phone that has not come in yet, with its whole script.
	{ path: '/fr/live/22222222', budget: { ...text, js: 20_000 } },
	// A passkey needs a script; a passphrase needs none.
	{ path: '/fr/sign-in', budget: { js: 3_000, css: 10_000, fonts: 50_000 } },
	{ path: '/fr/invitation', budget: { js: 1_000, css: 10_000, fonts: 50_000 } },
	{ path: '/calendar', budget: { js: 0, css: 10_000, fonts: 0, all: 20_000 } }
];
