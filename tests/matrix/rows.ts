// The authorisation matrix: one row per route of the built application. A route without a row, and a row without a route, fail.
// A row says for each method who gets in (access.ts); methods that a route hasn't must answer 405 and need no word here.
import { accounts, everybody, except, owners, rolesOnly, type Access } from './access';
import type { Cast } from './actors';
import { workplaceRows } from './workplace-rows';

export interface Row {
	/** What stands for the parameters of the route; the language is always `fr`. */
	params?: (cast: Cast) => Record<string, string>;
	/** By method: `GET`, `POST`, `POST ?/action`. `*` is for those not named. */
	doors: Record<string, Access>;
	/** A form that harms nothing when it gets in; empty where nothing is said. */
	fields?: Record<string, string>;
	/** What is asked for in the query. */
	query?: string;
}

const open: Row = { doors: { '*': everybody } };
const story: Row = { ...open, params: () => ({ slug: 'le-groupe-s-enflamme' }) };
const studio: Row = {
	params: () => ({ slug: 'le-groupe-s-enflamme' }),
	doors: { '*': rolesOnly('coordinator', 'network-admin') }
};
const ofGroup: Row = {
	params: ({ groupId }) => ({ id: groupId }),
	doors: { '*': owners(['coach', 'coordinator'], 'coach', 'coordinator') }
};
const work = '/[locale=locale]/(work)';
const learn = '/[locale=locale]/(learn)';
const auth = '/[locale=locale]/(auth)';

/** Half-way in, the sign-in page leads on. */
const signInPage = except(everybody, { 'half-way': 'sign-in', 'setting-up': 'sign-in' });
/** Whoever isn't at this step is sent to theirs; a complete sign-in to the account. */
const secondStep = except(everybody, { nobody: 'sign-in', 'setting-up': 'sign-in' });
const setUp = except(everybody, { nobody: 'sign-in', 'half-way': 'sign-in' });

export const rows: Record<string, Row> = {
	'/': open,
	'/calendar': open,
	'/exit': open,
	'/health': open,
	'/participation': open,
	// A page of development: a built instance has none.
	'/styleguide': { doors: { GET: () => 'hidden' } },
	'/studio/(desk)': studio,
	// Written in development only: a built instance lets nobody.
	'/studio/(desk)/[slug]': {
		...studio,
		doors: { ...studio.doors, POST: (actor) => (actor.stage === 'full' ? 'forbidden' : 'sign-in') }
	},
	'/studio/(frame)/[slug]/frame': studio,
	[learn]: open,
	[`${learn}/carry`]: open,
	[`${learn}/help`]: open,
	[`${learn}/join`]: open,
	[`${learn}/memo`]: open,
	[`${learn}/modules`]: open,
	[`${learn}/modules/[slug]`]: story,
	[`${learn}/modules/[slug]/endings`]: story,
	[`${learn}/modules/[slug]/nodes.json`]: story,
	[`${learn}/modules/[slug]/play`]: story,
	[`${learn}/offline`]: open,
	[`${learn}/privacy`]: open,
	[`${learn}/traces`]: open,

	[`${auth}/sign-in`]: { doors: { GET: signInPage, POST: everybody } },
	[`${auth}/sign-in/passkey`]: open,
	[`${auth}/sign-in/second-step`]: { doors: { '*': secondStep } },
	[`${auth}/sign-in/second-step/passkey`]: { doors: { '*': secondStep } },
	// It ends on the sign-in page for everybody: that is its work.
	[`${auth}/sign-out`]: { doors: { POST: () => 'sign-in' } },
	[`${auth}/second-factor`]: {
		// A peer expert has no app: a passkey is their only other way.
		doors: { '*': setUp, 'POST ?/totp': (actor) => (actor.role === 'peer-expert' ? 'forbidden' : setUp(actor)) },
		fields: { code: '000000' }
	},
	[`${auth}/second-factor/passkey`]: { doors: { '*': setUp } },
	// An invented token leads nowhere, for anybody.
	[`${auth}/invitation/[token]`]: { params: () => ({ token: 'A'.repeat(43) }), doors: { '*': () => 'hidden' } },

	[`${work}/account`]: { doors: { '*': accounts } },
	[`${work}/coach/groups/[id]`]: ofGroup,
	[`${work}/coach/groups/[id]/card`]: ofGroup,
	...workplaceRows
};
