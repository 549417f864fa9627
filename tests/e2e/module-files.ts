import { readdirSync, readFileSync } from 'node:fs';

/** The slugs of the modules that the list shows: neither drafts nor short versions. */
export function listModuleFiles(): string[] {
	return readdirSync('content/modules').filter((slug) => {
		try {
			const front = readFileSync(`content/modules/${slug}/module.svx`, 'utf8').split('\n---')[0] ?? '';
			return !/^(draft|booster):/m.test(front);
		} catch {
			// `parts` holds pieces of modules.
			return false;
		}
	});
}
