// What the built application answers to: read from its own manifest, so that a route nobody thought of is in the list too.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface BuiltRoute {
	id: string;
	page: { leaf: number } | null;
	endpoint: (() => Promise<Record<string, unknown>>) | null;
}

interface BuiltManifest {
	_: { routes: BuiltRoute[]; nodes: (() => Promise<{ server?: { actions?: Record<string, unknown> } }>)[] };
}

/** A method of a route: `GET`, `POST`, or an action as `POST ?/name`; `has` is false where the route must answer 405. */
export interface Door {
	route: string;
	method: string;
	has: boolean;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every route of the build with every method. Needs `npm run build`. */
export async function listDoors(): Promise<Door[]> {
	const file = pathToFileURL(resolve('.svelte-kit/output/server/manifest-full.js')).href;
	const { manifest } = (await import(file)) as { manifest: BuiltManifest };
	const doors: Door[] = [];
	for (const { id, page, endpoint } of manifest._.routes) {
		const has = new Set<string>(endpoint ? Object.keys(await endpoint()) : []);
		const actions = page ? Object.keys((await manifest._.nodes[page.leaf]?.())?.server?.actions ?? {}) : [];
		if (page) has.add('GET');
		for (const name of actions) has.add(name === 'default' ? 'POST' : `POST ?/${name}`);
		// A page with named actions has no plain POST, and says so with a 405 or a 404 of its own.
		const missing = methods.filter((method) => !has.has(method) && !(method === 'POST' && actions.length > 0));
		const own = [...has].filter((method) => methods.includes(method.split(' ')[0] ?? ''));
		doors.push(...own.map((method) => ({ route: id, method, has: true })));
		doors.push(...missing.map((method) => ({ route: id, method, has: false })));
	}
	return doors;
}
