// Plays without JavaScript against real databases and the real module: each step is counted once, and no address is a 500.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findModule } from '$lib/content/catalogue.server';
import { closeGroup, createGroup } from '$lib/groups/groups.server';
import { createOrganisation } from '$lib/groups/organisations.server';
import { groupTable } from '$lib/groups/tables.server';
import { availableChoices, choose, startPlay, type State } from '$lib/modules/engine';
import { closeInstance, getInstance, openInstance } from '$lib/ops/instance.server';
import { readSettings } from '$lib/ops/settings';
import { choiceCountTable, participationCountTable, seenEventTable } from '$lib/voices/tables.server';
import { actions, load } from './+page.server';

const slug = 'le-groupe-s-enflamme';
const { graph } = findModule(slug, 'fr')!;
const folder = mkdtempSync(join(tmpdir(), 'relais-'));
const keys = { open: '', closed: '' };

beforeAll(async () => {
	const { accounts } = await openInstance(readSettings({ NODE_ENV: 'test', DATA_DIR: folder }));
	const now = new Date();
	const organisationId = await createOrganisation(accounts, { name: 'An organisation' }, now);
	for (const name of ['open', 'closed'] as const) {
		const { id } = await createGroup(accounts, { organisationId, name, setting: 'school', coachIds: [], opened: true }, now);
		if (name === 'closed') await closeGroup(accounts, id, now);
		const [row] = await accounts.read.select().from(groupTable).where(eq(groupTable.id, id));
		keys[name] = row!.key;
	}
});

beforeEach(async () => {
	const { voices } = getInstance();
	await voices.write(async (tx) => {
		for (const table of [participationCountTable, choiceCountTable, seenEventTable]) await tx.delete(table);
	});
});

afterAll(async () => {
	await closeInstance();
	rmSync(folder, { recursive: true });
});

type Loaded = Exclude<Awaited<ReturnType<typeof load>>, void>;

/** Opens an address as a browser does: gives the page, the address it was sent to, or the error. */
async function open(query: string, locale = 'fr', module = slug, init: RequestInit = {}) {
	const url = new URL(`http://localhost/${locale}/modules/${module}/play${query}`);
	const event = { params: { locale, slug: module }, url, request: new Request(url, init), locals: { requestId: 'test', locale } };
	return caught(url, async () => ({ page: (await load(event as Parameters<typeof load>[0])) as Loaded }));
}

interface Answered {
	page?: Loaded;
	to?: string;
	status?: number;
	message?: string;
}

async function caught(url: URL, work: () => Promise<Answered | void>): Promise<Answered> {
	try {
		return (await work()) ?? {};
	} catch (thrown) {
		if (isRedirect(thrown)) return { to: thrown.location.slice(url.pathname.length), status: thrown.status };
		if (isHttpError(thrown)) return { status: thrown.status, message: thrown.body.message };
		throw thrown;
	}
}

/** Chooses the story for a group, as the page after a right code does. */
async function begin(group: string) {
	const url = new URL(`http://localhost/fr/modules/${slug}/play`);
	const request = new Request(url, { method: 'POST', body: new URLSearchParams({ group }) });
	const event = { params: { locale: 'fr', slug }, url, request, locals: { requestId: 'test', locale: 'fr' } };
	return caught(url, async () => void (await actions.default!(event as never)));
}

async function countRows() {
	const { read } = getInstance().voices;
	const plays = await read.select().from(participationCountTable);
	const choices = await read.select().from(choiceCountTable);
	return { plays, choices };
}

/** Takes the first available choice over and over, opening each address twice, and gives the last address. */
async function playToTheEnd(begin: string): Promise<{ state: State; query: string }> {
	let state = startPlay(graph);
	let query = begin;
	while (!state.end) {
		const { page } = await open(query);
		const { id } = availableChoices(graph, state)[0]!;
		query = `?s=${page!.player.served!.token}&c=${id}`;
		await open(query);
		await open(query);
		state = (choose(graph, state, id) as { state: State }).state;
	}
	return { state, query };
}

describe('a play for a group', () => {
	it('is a play of its own before its first step, and has no script that would count again', async () => {
		const { to, status } = await begin(keys.open);
		expect(status).toBe(303);
		expect(to).toMatch(/^\?s=/);
		const { page } = await open(to!);
		expect(page!.island).toBe(false);
		expect((await countRows()).plays).toEqual([]);
	});

	it('counts its start, each choice and its end once, however often a page is opened', async () => {
		const { to } = await begin(keys.open);
		const { state } = await playToTheEnd(to!);
		const { plays, choices } = await countRows();
		expect(plays).toMatchObject([{ attempt: 'first', started: 1, completed: 1, locale: 'fr', module: slug }]);
		expect(choices).toHaveLength(Object.keys(state.visits).length - 1);
		for (const row of choices) expect(row).toMatchObject({ count: 1 });
	});

	it.each([
		['a look at the headers', { method: 'HEAD' }],
		['a look ahead', { headers: { 'sec-purpose': 'prefetch' } }]
	])('does not take %s for a choice', async (_, init) => {
		const { to } = await begin(keys.open);
		const { id } = availableChoices(graph, startPlay(graph))[0]!;
		await open(`${to}&c=${id}`, 'fr', slug, init);
		expect((await countRows()).choices).toEqual([]);
	});

	it('goes on when its group was closed meanwhile', async () => {
		const { to } = await begin(keys.open);
		const { accounts } = getInstance();
		const [row] = await accounts.read.select().from(groupTable).where(eq(groupTable.key, keys.open));
		await closeGroup(accounts, row!.id, new Date());
		const { id } = availableChoices(graph, startPlay(graph))[0]!;
		expect((await open(`${to}&c=${id}`)).page!.player.served!.path).toEqual([id]);
		expect((await countRows()).choices).toEqual([]);
	});
});

it('counts nothing without a group', async () => {
	const { query } = await playToTheEnd('');
	const { page } = await open(query);
	expect(page!.player.served!.endings).toHaveLength(1);
	expect(page!.island).toBe(true);
	expect(await countRows()).toEqual({ plays: [], choices: [] });
});

it.each([
	['a damaged play', '?s=noise', 400],
	['an empty play', '?s=', 400],
	['an unknown choice', '?c=nowhere', 400],
	['an unknown quiz', '?quiz=nowhere&o=1', 400]
])('says in words what is wrong with %s', async (_name, query, status) => {
	const answer = await open(query);
	expect(answer.status).toBe(status);
	expect(answer.message).toMatch(/\S{3,} \S{2,}/);
});

it.each([
	['no group key at all', ''],
	['a group key of the wrong shape', '\0'],
	['a group key of nobody', 'AAAAAAAAAAAAAAAAAAAAAA']
])('begins no play for %s, and says so', async (_name, key) => {
	const answer = await begin(key);
	expect(answer.status).toBe(404);
	expect(answer.message).toMatch(/\S{3,} \S{2,}/);
});

it('refuses a closed group and an unknown module in words', async () => {
	expect((await begin(keys.closed)).status).toBe(404);
	expect(await open('', 'ar', 'nowhere')).toMatchObject({ status: 404, message: 'هذه القصة غير موجودة' });
});
