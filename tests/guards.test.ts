// Every load, action and endpoint begins with a guard; planted ones without are found.
import { describe, expect, it } from 'vitest';
import { checkGuards, listDoors } from './rules/guards';
import { readFiles, type Files } from './rules/source';

const routes = readFiles('src/routes');
const planted = 'src/routes/planted/+page.server.ts';
const plant = (path: string, text: string): Files => new Map([...routes, [path, text]]);

describe('guards', () => {
	it('stand on the first line of every door', () => {
		expect(listDoors(routes).length).toBeGreaterThan(5);
		expect(checkGuards(routes)).toEqual([]);
	});

	it.each([
		['a load without a guard', planted, 'export const load = ({ params }) => { return params; };'],
		[
			'a load that guards too late',
			planted,
			'export const load = async (event) => { const x = await read(); requireUser(event); return x; };'
		],
		[
			'an action without a guard',
			planted,
			'export const actions = { default: async (event) => { await save(event); } } satisfies Actions;'
		],
		['an endpoint without a guard', 'src/routes/planted/+server.ts', 'export function POST(event) { return new Response(); }'],
		['a door that is no function here', planted, 'export const load = makeLoad();'],
		['a universal load', 'src/routes/planted/+page.ts', 'export const load = () => ({});'],
		['a work page guarded by its layout only', 'src/routes/[locale=locale]/(work)/planted/+page.svelte', '']
	])('finds %s', (_, path, text) => {
		expect(checkGuards(plant(path, text)).map(({ file }) => file)).toContain(path);
	});

	it.each([
		['export const load = (event) => { const account = requireUser(event); return { account }; };'],
		['export const load: PageServerLoad = async (event) => { await requireRole(event, "coach"); };'],
		['export const actions: Actions = { default: async () => { publicRoute(); } };']
	])('accepts %s', (text) => {
		expect(checkGuards(plant(planted, text))).toEqual([]);
	});
});
