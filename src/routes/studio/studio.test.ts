// Who may open the studio: everybody while developing, coordinators on a built instance; and what its pages then hold.
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '$lib/auth/account';
import { findModule } from '$lib/content/catalogue.server';

// The framework's own word for `npm run dev`: a test stands on both sides of it.
const environment = vi.hoisted(() => ({ dev: true }));
vi.mock('$app/environment', () => ({
	building: false,
	get dev() {
		return environment.dev;
	}
}));

// What another file loaded holds the real one.
vi.resetModules();
const { load: loadList } = await import('./(desk)/+page.server');
const { load: loadModule, actions } = await import('./(desk)/[slug]/+page.server');
const { load: loadFrame } = await import('./(frame)/[slug]/frame/+page.server');

const slug = 'le-groupe-s-enflamme';
const { graph } = findModule(slug, 'fr')!;

afterEach(() => {
	environment.dev = true;
});

function event(role: Role | null, query = '', more: { form?: Record<string, string>; slug?: string } = {}) {
	const account = role && { id: 'a', role, name: 'N', organisationId: 'o' };
	const url = new URL(`http://localhost/studio/${slug}${query}`);
	const body = new URLSearchParams(more.form ?? {});
	const page = '<main><h2>Bonjour</h2><a href="/fr/modules/le-groupe-s-enflamme/play?s=x">Oui</a></main>';
	return {
		url,
		params: { slug: more.slug ?? slug },
		locals: { requestId: 'test', locale: 'fr', account, demo: false },
		request: new Request(url, { method: 'POST', body }),
		fetch: async () => new Response(page)
	} as never;
}

/** What a door gives, or how it refuses. */
async function open(door: (event: never) => unknown, given: never) {
	try {
		return { page: (await door(given)) as never };
	} catch (thrown) {
		if (isRedirect(thrown)) return { to: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status, message: thrown.body.message };
		throw thrown;
	}
}

const doors: [string, (event: never) => unknown][] = [
	['the list', loadList],
	['a module', loadModule],
	['the frame', loadFrame],
	['the review form', actions.review!],
	['the recorder', actions.record!]
];

describe.each(doors)('on a built instance, %s', (_name, door) => {
	it('asks to sign in', async () => {
		environment.dev = false;
		expect((await open(door, event(null))).to).toBe(`/fr/sign-in?next=%2Fstudio%2F${slug}`);
	});

	it.each(['coach', 'peer-expert'] as const)('is closed to a %s', async (role) => {
		environment.dev = false;
		expect(await open(door, event(role))).toMatchObject({ status: 403, message: expect.stringMatching(/\S+ \S+/) });
	});
});

describe('a built instance', () => {
	it.each(['coordinator', 'network-admin'] as const)('lets a %s read', async (role) => {
		environment.dev = false;
		for (const [, door] of doors.slice(0, 3)) expect(await open(door, event(role))).toHaveProperty('page');
		expect((await open(loadModule, event(role))).page).toMatchObject({ canReview: false });
	});

	it('takes no review', async () => {
		environment.dev = false;
		const form = { discipline: 'law', role: 'juriste', decision: 'accept', on: '2026-01-01', note: '' };
		expect(await open(actions.review!, event('coordinator', '', { form }))).toMatchObject({ status: 403 });
	});

	it('records no play', async () => {
		environment.dev = false;
		expect(await open(actions.record!, event('coordinator', '', { form: { s: '' } }))).toMatchObject({ status: 403 });
	});
});

describe('while developing', () => {
	it('is open, and refuses a wrong review in words that name the fields', async () => {
		const { page } = await open(actions.review!, event(null, '', { form: { discipline: 'magic', role: 'x', note: 'kept' } }));
		expect(page).toMatchObject({
			status: 400,
			data: { fields: { note: 'kept' }, wrong: expect.arrayContaining(['discipline', 'on']) }
		});
	});

	it('records whole plays only', async () => {
		const start = `fr!${graph.start}!${Object.entries(graph.vars).map(([name, { start }]) => `${name}:${start}`)}!`;
		for (const s of ['', 'noise', start])
			expect(await open(actions.record!, event(null, '', { form: { s } }))).toMatchObject({ status: 400 });
	});

	it('lists every module', async () => {
		const { page } = await open(loadList, event(null));
		expect(page).toMatchObject({ modules: expect.arrayContaining([expect.objectContaining({ slug })]) });
	});

	it('says so when there is no such module', async () => {
		expect(await open(loadModule, event(null, '', { slug: 'nowhere' }))).toMatchObject({ status: 404 });
	});
});

describe('a scene', () => {
	interface Page {
		scene: {
			node: { id: string };
			problem: string | null;
			phone: { html: string; spoken: unknown[] };
			steps: { vars: Record<string, unknown> }[];
			record: string | null;
		};
	}
	const at = async (query: string) => (await open(loadModule, event(null, query))).page as unknown as Page;
	const declared = Object.entries(graph.vars).map(([name, { start }]) => `${name}:${start}`);

	it('is come to by a shortest play, or started at with chosen values', async () => {
		const come = await at('?node=nadia');
		expect(come.scene).toMatchObject({ node: { id: 'nadia' }, problem: null });
		expect(come.scene.steps.length).toBeGreaterThan(1);
		const started = await at('?node=nadia&v.parle=true&v.flamme=3');
		expect(started.scene.steps).toHaveLength(1);
		expect(started.scene.steps[0]!.vars).toMatchObject({ parle: true, flamme: 3 });
	});

	it('goes on by a choice, and tells when the address fits no longer', async () => {
		const first = graph.nodes[graph.start]!.choices[0]!;
		expect((await at(`?s=fr!${graph.start}!${declared.join(',')}!&c=${first.id}`)).scene.node.id).toBe(first.to);
		for (const query of ['?s=noise', '?s=', '?node=nowhere', `?s=fr!${graph.start}!!nowhere`])
			expect((await at(query)).scene).toMatchObject({ problem: 'badWalk', node: { id: graph.start } });
		expect((await at('?node=nadia&v.flamme=99')).scene.problem).toBe('badValues');
	});

	it('has the phone lead back to the desk, and tells what is said', async () => {
		const { phone } = (await at('')).scene;
		expect(phone.html).toContain(`href="/studio/${slug}?s=x"`);
		expect(phone.spoken).toEqual([
			{ role: 'heading', text: 'Bonjour' },
			{ role: 'link', text: 'Oui' }
		]);
	});

	it('is rendered for the phone in the language of the walk', async () => {
		const { page } = await open(loadFrame, event(null, `?s=ar!nadia!${declared.join(',')}!`));
		expect(page).toMatchObject({ player: { locale: 'ar', graph: { start: 'nadia' }, served: { path: [] } } });
	});
});
