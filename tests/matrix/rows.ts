// The authorisation matrix: one row per route of the built application. A route without a row, and a row without a route, fail.
// A row says for each method who gets in (access.ts); methods that a route hasn't must answer 405 and need no word here.
import { formOf } from '../../src/lib/voices/consultation';
import { periodOf, previousPeriod, yearOf } from '../../src/lib/voices/period';
import { slugOf } from '../../src/lib/voices/release';
import { accounts, everybody, except, owners, rolesOnly, type Access } from './access';
import type { Cast } from './actors';

type Values = (cast: Cast) => Record<string, string> | Promise<Record<string, string>>;

export interface Row {
	/** What stands for the parameters of the route; the language is always `fr`. */
	params?: Values;
	/** By method: `GET`, `POST`, `POST ?/action`. `*` is for those not named. */
	doors: Record<string, Access>;
	/** A form that reaches the resource; empty where nothing is said. By method, or `*` for all. */
	fields?: Record<string, Values>;
}

/** The quarter of the demo's figures. */
const released = previousPeriod(periodOf(new Date()));

const open: Row = { doors: { '*': everybody } };
const story: Row = { ...open, params: () => ({ slug: 'le-groupe-s-enflamme' }) };
/** A link or a group that is none leads nowhere, for anybody. */
const noSuch: Row = { doors: { GET: everybody, '*': () => 'hidden' } };
const studio: Row = {
	params: () => ({ slug: 'le-groupe-s-enflamme' }),
	doors: { '*': rolesOnly('coordinator', 'network-admin') }
};
const ofGroup: Row = {
	params: ({ groupId }) => ({ id: groupId }),
	doors: { '*': owners(['coach', 'coordinator'], 'coach', 'coordinator') }
};
/** Whoever leads the group's meetings: its coaches and its peer experts. */
const ofHosts: Row = {
	params: ({ groupId }) => ({ group: groupId }),
	doors: { '*': owners(['coach', 'peer-expert'], 'coach', 'peer expert') }
};
const room: Row = { ...open, params: () => ({ code: 'ABCD2345' }) };
const aBadge: Row = { ...open, params: async (cast) => ({ id: await cast.makeBadge() }) };
const anAchievement: Row = { ...open, params: () => ({ achievement: 'coach' }) };
const coaches: Row = { doors: { '*': rolesOnly('coach') } };
const coordinators: Row = { doors: { '*': rolesOnly('coordinator') } };
const overseers: Row = { doors: { '*': rolesOnly('coordinator', 'network-admin') } };
/** Whoever works towards a certificate. */
const learners: Row = { doors: { '*': rolesOnly('peer-expert', 'coach') } };
const peers: Row = { doors: { '*': rolesOnly('peer-expert') } };
const ofHolder: Row = {
	params: async (cast) => ({ id: await cast.makeBadge() }),
	doors: { '*': owners(['peer-expert', 'coach', 'coordinator', 'network-admin'], 'peer expert') }
};
const work = '/[locale=locale]/(work)';
const learn = '/[locale=locale]/(learn)';
const auth = '/[locale=locale]/(auth)';
const stage = '/[locale=locale]/(stage)';

/** Half-way in, the sign-in page leads on. */
const signInPage = except(everybody, { 'half-way': 'sign-in', 'setting-up': 'sign-in' });
/** Whoever isn't at this step is sent to theirs; a complete sign-in to the account. */
const secondStep = except(everybody, { nobody: 'sign-in', 'setting-up': 'sign-in' });
const setUp = except(everybody, { nobody: 'sign-in', 'half-way': 'sign-in' });

export const rows: Record<string, Row> = {
	'/': open,
	'/badges/[id]': aBadge,
	'/badges/[id]/[file]': { ...aBadge, params: async (cast) => ({ id: await cast.makeBadge(), file: 'badge.json' }) },
	'/badges/achievements/[achievement]': anAchievement,
	'/badges/achievements/[achievement]/picture.svg': anAchievement,
	'/badges/keys/[id]': { params: () => ({ id: 'nothing' }), doors: { '*': () => 'hidden' } },
	'/badges/status/[list]': { ...open, params: () => ({ list: '1' }) },
	'/issuers/[id]/did.json': { ...open, params: () => ({ id: 'demo-tilleuls' }) },
	'/issuers/[id]/status/[list]': { ...open, params: () => ({ id: 'demo-tilleuls', list: '1' }) },
	'/[x+2e]well-known/did.json': open,
	'/[x+2e]well-known/jwks.json': open,
	'/verify': open,
	'/verify/[id]': aBadge,
	'/calendar': open,
	'/exit': open,
	'/health': open,
	'/health/live': open,
	// For this machine, where the matrix asks from; src/lib/ops/caller.test.ts has the others.
	'/metrics': open,
	'/participation': open,
	// A page of development: a built instance has none.
	'/styleguide': { doors: { GET: () => 'hidden' } },
	'/studio/(desk)': studio,
	// Written in development only: a built instance lets nobody.
	'/studio/(desk)/[slug]': {
		...studio,
		doors: { GET: rolesOnly('coordinator', 'network-admin'), '*': (actor) => (actor.stage === 'full' ? 'forbidden' : 'sign-in') }
	},
	'/studio/(frame)/[slug]/frame': studio,
	[learn]: open,
	[`${learn}/achievements/[achievement]`]: anAchievement,
	[`${learn}/carry`]: open,
	[`${learn}/[prose=prose]`]: { ...open, params: () => ({ prose: 'method' }) },
	[`${learn}/help`]: open,
	[`${learn}/help/card`]: open,
	[`${learn}/join`]: open,
	[`${learn}/memo`]: open,
	[`${learn}/modules`]: open,
	[`${learn}/modules/[slug]`]: story,
	// A film of a name that no module has.
	[`${learn}/modules/[slug]/captions/[video].vtt`]: {
		params: () => ({ slug: 'le-groupe-s-enflamme', video: 'nothing' }),
		doors: { '*': () => 'hidden' }
	},
	[`${learn}/modules/[slug]/endings`]: story,
	[`${learn}/modules/[slug]/nodes.json`]: story,
	[`${learn}/modules/[slug]/play`]: { ...story, ...noSuch },
	[`${learn}/offline`]: open,
	[`${learn}/privacy`]: open,
	[`${learn}/traces`]: open,
	[`${learn}/verify`]: open,
	[`${learn}/verify/[id]`]: aBadge,
	[`${learn}/voices`]: open,
	// The demo's open consultation.
	[`${learn}/voices/[id]`]: { ...open, params: () => ({ id: 'demo-ouverte' }) },
	[`${learn}/voices/data/[file]`]: { ...open, params: () => ({ file: `${slugOf({ country: 'BE', period: released })}.csv` }) },
	[`${learn}/voices/easy`]: open,
	[`${learn}/voices/proof`]: open,
	[`${learn}/voices/report/[year]`]: { ...open, params: () => ({ year: yearOf(released) }) },
	// A receipt that nobody was given leads to no sentence, for anybody.
	[`${learn}/voices/withdraw`]: {
		doors: { GET: everybody, POST: () => 'hidden' },
		fields: { POST: () => ({ receipt: 'AAAAAAAAAA' }) }
	},

	[`${auth}/sign-in`]: { doors: { GET: signInPage, POST: everybody } },
	[`${auth}/sign-in/passkey`]: open,
	[`${auth}/sign-in/second-step`]: { doors: { '*': secondStep } },
	[`${auth}/sign-in/second-step/passkey`]: { doors: { '*': secondStep } },
	// It ends on the sign-in page for everybody: that is its work.
	[`${auth}/sign-out`]: { doors: { POST: () => 'sign-in' } },
	[`${auth}/second-factor`]: {
		// A peer expert has no app: a passkey is their only other way.
		doors: { '*': setUp, 'POST ?/totp': (actor) => (actor.role === 'peer-expert' ? 'forbidden' : setUp(actor)) },
		fields: { '*': () => ({ code: '000000' }) }
	},
	[`${auth}/second-factor/passkey`]: { doors: { '*': setUp } },
	[`${auth}/invitation`]: noSuch,

	[`${work}/account`]: { doors: { '*': accounts } },

	[`${work}/admin`]: { doors: { '*': rolesOnly('network-admin') } },
	[`${work}/admin/settings`]: { doors: { '*': rolesOnly('network-admin') } },
	[`${work}/admin/organisations/new`]: { doors: { '*': rolesOnly('network-admin') } },
	// A network admin runs every organisation of the instance.
	[`${work}/admin/organisations/[id]`]: {
		params: ({ otherOrganisation }) => ({ id: otherOrganisation }),
		doors: { '*': rolesOnly('network-admin') },
		fields: {
			'POST ?/reset': async (cast) => ({ account: await cast.makeAccount('coordinator', cast.otherOrganisation) })
		}
	},

	// Whoever holds it: for every other account there is no such badge.
	[`${work}/certificates/[id]`]: ofHolder,
	[`${work}/certificates/[id]/proof`]: ofHolder,

	[`${work}/coordinate`]: coordinators,
	[`${work}/coordinate/audit`]: overseers,
	[`${work}/coordinate/certificates`]: coordinators,
	[`${work}/coordinate/certificates/[id]`]: {
		params: async (cast) => ({ id: await cast.makeAccount('coach') }),
		doors: { '*': owners(['coordinator'], 'coordinator') }
	},
	[`${work}/coordinate/content`]: overseers,
	[`${work}/coordinate/groups`]: coordinators,
	[`${work}/coordinate/groups/import`]: coordinators,
	[`${work}/coordinate/groups/new`]: coordinators,
	[`${work}/coordinate/help-lines`]: overseers,
	[`${work}/coordinate/organisation`]: coordinators,
	[`${work}/coordinate/people`]: {
		doors: { '*': rolesOnly('coordinator'), 'POST ?/withdraw': owners(['coordinator'], 'coordinator') },
		fields: { 'POST ?/withdraw': async (cast) => ({ invitation: await cast.makeInvitation() }) }
	},
	[`${work}/coordinate/people/[id]`]: {
		params: async (cast) => ({ id: await cast.makeAccount('coach') }),
		doors: { '*': owners(['coordinator'], 'coordinator') }
	},
	[`${work}/coordinate/retention`]: overseers,
	[`${work}/coordinate/training`]: coordinators,
	[`${work}/coordinate/training/[id]`]: {
		params: async (cast) => ({ id: await cast.makeDay() }),
		doors: { '*': owners(['coordinator'], 'coordinator') }
	},
	[`${work}/coordinate/training/[id]/list`]: {
		params: async (cast) => ({ id: await cast.makeDay() }),
		doors: { '*': owners(['coordinator'], 'coordinator') }
	},
	[`${work}/coordinate/training/calendar.ics`]: coordinators,
	[`${work}/coordinate/voices`]: coordinators,
	[`${work}/coordinate/voices/consultations/[id]`]: {
		params: async (cast) => ({ id: await cast.makeConsultation() }),
		doors: { '*': owners(['coordinator'], 'coordinator') }
	},
	[`${work}/coordinate/voices/moderation`]: coordinators,
	[`${work}/coordinate/voices/records`]: coordinators,
	// The demo's network signs for the country.
	[`${work}/coordinate/voices/releases`]: {
		doors: { GET: rolesOnly('coordinator'), '*': except(rolesOnly('coordinator'), { 'coordinator elsewhere': 'forbidden' }) }
	},

	[`${work}/coach`]: coaches,
	[`${work}/coach/groups`]: coaches,
	[`${work}/coach/groups/[id]`]: ofGroup,
	[`${work}/coach/groups/[id]/card`]: ofGroup,
	[`${work}/coach/groups/[id]/settings`]: ofGroup,
	[`${work}/coach/groups/[id]/voices`]: ofGroup,
	[`${work}/coach/groups/[id]/voices/moderation`]: ofGroup,
	[`${work}/coach/groups/[id]/voices/vouchers`]: {
		...ofGroup,
		fields: { POST: () => ({ form: formOf('demo-ouverte', 'gather'), size: '1' }) }
	},
	[`${work}/coach/peers`]: {
		doors: { GET: rolesOnly('coach'), '*': owners(['coach'], 'coach') },
		fields: {
			'POST ?/invite': ({ groupId }) => ({ group: groupId }),
			'POST ?/withdraw': async (cast) => ({ invitation: await cast.makeInvitation() })
		}
	},
	[`${work}/coach/peers/[id]`]: {
		params: async (cast) => ({ id: await cast.makeAccount('peer-expert') }),
		doors: {
			'*': owners(['coach', 'coordinator'], 'coach', 'coordinator'),
			// Nobody comes back who hasn't left.
			'POST ?/back': owners(['coach', 'coordinator'])
		}
	},
	// What a coach saw of their own peer expert: nobody else says it, not even who coordinates.
	[`${work}/coach/peers/[id]/path`]: {
		params: async (cast) => ({ id: await cast.makeAccount('peer-expert') }),
		doors: { '*': owners(['coach'], 'coach') }
	},
	[`${work}/coach/path`]: coaches,
	[`${work}/coach/plans`]: coaches,
	[`${work}/coach/plans/[id]`]: {
		params: async (cast) => ({ id: await cast.makePlan() }),
		doors: { '*': owners(['coach'], 'coach') },
		fields: { '*': (cast) => plan(cast), 'POST ?/state': () => ({ state: 'cancelled', version: '1' }) }
	},
	[`${work}/coach/plans/calendar.ics`]: coaches,
	[`${work}/coach/plans/new`]: {
		doors: { GET: rolesOnly('coach'), POST: owners(['coach'], 'coach') },
		fields: { POST: (cast) => plan(cast) }
	},
	[`${work}/coach/print`]: coaches,
	[`${work}/coach/training`]: {
		doors: { GET: rolesOnly('coach'), POST: owners(['coach'], 'coach', 'coach beside') },
		// The demo's next day: the page shows the fifty nearest.
		fields: { POST: () => ({ day: 'demo-day-2' }) }
	},

	[`${work}/kits`]: { doors: { '*': accounts } },
	[`${work}/kits/[slug]`]: {
		params: () => ({ slug: 'aider' }),
		doors: { GET: accounts, '*': rolesOnly('coach', 'peer-expert') }
	},
	[`${work}/training-days/[programme]`]: {
		params: () => ({ programme: 'day-1' }),
		doors: { '*': rolesOnly('coach', 'coordinator') }
	},
	[`${work}/lives`]: { doors: { '*': rolesOnly('coach', 'peer-expert') } },
	[`${work}/lives/[group]`]: ofHosts,
	[`${work}/lives/[group]/paper`]: ofHosts,
	[`${stage}/host/[id]`]: { ...ofHosts, params: async (cast) => ({ id: await cast.makeLive() }) },
	[`${stage}/host/[id]/coach`]: {
		params: async (cast) => ({ id: await cast.makeLive() }),
		doors: { '*': owners(['coach'], 'coach') }
	},
	// The same page for every code: what it may show, it asks for itself.
	[`${stage}/live/[code]/screen`]: room,
	[`${learn}/live`]: open,
	[`${learn}/live/[code]`]: room,
	// Only a phone in the room has this page.
	[`${learn}/live/[code]/sentence`]: { ...room, doors: { '*': () => 'hidden' } },

	[`${work}/charter`]: learners,
	[`${work}/documents`]: { doors: { GET: rolesOnly('peer-expert', 'coach'), POST: rolesOnly('peer-expert') } },
	[`${work}/peer`]: peers,
	[`${work}/peer/rubric`]: peers,
	[`${work}/peer/meetings`]: peers,
	[`${work}/peer/plans`]: peers,
	[`${work}/peer/seen`]: peers,
	[`${work}/units`]: learners,
	// A unit of coaches: for peer experts there is none of that name.
	[`${work}/units/[slug]`]: {
		params: () => ({ slug: 'c1-accompagner' }),
		doors: { '*': owners(['peer-expert', 'coach'], 'coach', 'coach beside', 'coach elsewhere') }
	},
	[`${work}/peer/told`]: { doors: { '*': rolesOnly('peer-expert', 'coach', 'coordinator') } }
};

/** A meeting of the cast's group, a month from now. */
function plan({ groupId }: Cast): Record<string, string> {
	const on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
	return { group: groupId, on, starts: '16:30', kit: 'le-groupe-s-enflamme', coachPresent: 'yes', booster: '', version: '1' };
}
