// The groups and people of the demo that tests use, by what makes them fit.
import { accounts, groups, type DemoAccount, type DemoGroup } from '../src/cli/demo-data';

/** Nobody has played in it yet. Its coach is `demoCoach`. */
export const emptyGroup = find((group) => group.plays === 0);
/** Any number of plays; journeys that only need to belong somewhere join it. */
export const largeGroup = groups.reduce((most, group) => (group.plays > most.plays ? group : most));
/** Left to the journey without a network, which reads exact counts. */
export const quietGroup = find((group) => group.setting === 'scouts');
export const demoCoach = accounts.find(({ username }) => username === emptyGroup.coach) as DemoAccount;

function find(wanted: (group: DemoGroup) => boolean): DemoGroup {
	const group = groups.find(wanted);
	if (!group) throw new Error('src/cli/demo-data.ts has lost a group that the tests need; see tests/demo.ts.');
	return group;
}

/** Joins a group as a phone does, by its code: gives its key and name, as the page after a right code holds them. */
export async function joinGroup(origin: string, code: string): Promise<{ key: string; name: string }> {
	const body = new URLSearchParams({ code });
	const answer = await fetch(`${origin}/fr/join`, { method: 'POST', body, headers: { origin, accept: 'text/html' } });
	const html = await answer.text();
	const key = /data-key="([^"]+)"/.exec(html)?.[1];
	const name = /data-name="([^"]+)"/.exec(html)?.[1];
	if (!key || !name) throw new Error(`The code ${code} was refused with ${answer.status}`);
	return { key, name };
}
