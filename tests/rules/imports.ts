// Who may import whom (docs/architecture.md). The table below is the architecture; the functions hold it.
import { listImports, resolveImport, type Files, type Violation } from './source';

/** Folders of src/lib: the lower levels that each may import, beside its own files. */
export const mayImport: Record<string, string[]> = {
	// 0: nothing of the domain
	ui: [],
	i18n: [],
	illustrations: [],
	forms: [],
	database: [],
	offline: [],
	documents: [],
	// 1
	auth: ['ui', 'i18n', 'forms', 'database', 'ops/limiter.ts', 'ops/neighbours.ts', 'ops/seal.server.ts'],
	content: ['i18n', 'illustrations'],
	ops: ['database'],
	// 2
	groups: [
		...['ui', 'i18n', 'illustrations', 'forms', 'database', 'offline', 'documents', 'auth', 'ops/limiter.ts'],
		...['ops/audit.ts', 'ops/audit.server.ts']
	],
	modules: ['ui', 'i18n', 'illustrations', 'forms', 'offline', 'content', 'ops/seal.server.ts'],
	voices: ['database', 'ops/neighbours.ts'],
	moderation: ['database'],
	// 3
	training: ['ui', 'i18n', 'forms', 'database', 'documents', 'auth', 'groups', 'ops/audit.server.ts'],
	planning: ['ui', 'i18n', 'forms', 'database', 'documents', 'auth', 'groups', 'modules', 'content'],
	live: [
		...['ui', 'i18n', 'forms', 'database', 'illustrations', 'auth', 'groups', 'modules', 'content'],
		...['ops/limiter.ts', 'ops/redis.server.ts', 'offline/network.ts', 'offline/quick-exit.ts', 'offline/storage.ts']
	],
	certification: [
		...['ui', 'i18n', 'illustrations', 'forms', 'database', 'documents', 'auth', 'groups', 'modules', 'content', 'training'],
		...['ops/audit.ts', 'ops/audit.server.ts', 'ops/settings.ts', 'offline/saved-pages.ts']
	],
	indicators: ['ui', 'i18n', 'database', 'voices']
};

/** What a folder of the domain shows to others; all else is its own affair. Folders that are not named show everything. */
const doors: Record<string, string[]> = {
	auth: [
		...['account.ts', 'accounts.server.ts', 'auth-session.server.ts', 'sign-in.server.ts', 'passphrase.server.ts'],
		...['list-accounts.server.ts', 'invitation.ts', 'invitations.server.ts', 'invitation-link.server.ts', 'device.ts'],
		...['devices.server.ts', 'passphrase.ts', 'pseudonym.ts', 'passkeys.server.ts', 'second-factors.server.ts'],
		...['second-step.server.ts', 'new-passphrase.server.ts', 'names.ts', 'credential.ts', 'start-path.ts', 'totp-app.server.ts'],
		...['PassphraseChoice.svelte', 'PasskeyForm.svelte', 'TotpSetup.svelte', 'RecoveryCodes.svelte', 'SignInAgain.svelte'],
		...['invitation-mail.server.ts', 'totp.ts', 'recovery-code.ts'],
		...['guards.server.ts', 'next-path.ts', 'address-key.server.ts']
	],
	content: [
		'graph.ts',
		'html.ts',
		'evaluate.ts',
		'catalogue.server.ts',
		'training.ts',
		'training.server.ts',
		'help.ts',
		'help.server.ts',
		'locate.ts',
		'finding.ts',
		'po.ts',
		'source.ts',
		'studio.ts',
		'studio.server.ts',
		'review.ts',
		'reviews.server.ts',
		'plan-record.ts',
		'plans.server.ts',
		'plan.ts',
		'scaffold.ts',
		'units.ts',
		'kit.ts',
		'kits.server.ts',
		'kit-compile.ts'
	],
	ops: [
		...['settings.ts', 'instance.server.ts', 'health.server.ts', 'limiter.ts', 'audit.ts', 'audit.server.ts'],
		...['retention.ts', 'retention.server.ts', 'mail.server.ts', 'database-names.ts', 'backup.ts', 'backup.server.ts'],
		...['restore.server.ts', 'seal-file.server.ts', 'secret-file.ts', 'work-folder.server.ts', 'metrics.server.ts', 'caller.ts'],
		...['mandates.server.ts', 'neighbours.ts', 'neighbours.server.ts', 'redis.server.ts', 'seal.server.ts']
	],
	groups: [
		...['group.ts', 'groups.server.ts', 'code.ts', 'can.ts', 'membership.ts', 'people.server.ts'],
		...['organisation.ts', 'organisations.server.ts', 'group-list.server.ts', 'coaches.server.ts', 'peers.server.ts'],
		...['directory.server.ts', 'import-groups.ts', 'import-groups.server.ts', 'todo.ts', 'todo-rules.ts'],
		...['todo-answers.server.ts', 'coordinator-todo.ts', 'facts.server.ts']
	],
	modules: [
		...['engine.ts', 'play.ts', 'progress.ts', 'player.ts', 'pictures.ts', 'Player.svelte', 'player-island.ts'],
		...['completion.ts', 'carry.ts', 'carry-merge.ts'],
		...['blocks-island.ts', 'player-blocks-island.ts', 'blocks/blocks.css', 'blocks/captions.ts'],
		...['player-data.server.ts', 'served-play.server.ts', 'walk.ts', 'unit-verdict.ts']
	],
	voices: [
		...['disclosure.ts', 'schema.ts', 'participation.server.ts', 'group-view.ts', 'group-view.server.ts'],
		...['upkeep.server.ts', 'coach-list.server.ts', 'later-choices.server.ts', 'forget.server.ts', 'answers.ts'],
		...['blind-sign.server.ts', 'cells.ts', 'consultation.ts', 'consultations.server.ts'],
		...['federation.server.ts', 'period.ts', 'programme.ts', 'release.ts', 'release.server.ts', 'roll-up.ts'],
		...['shown-answers.server.ts', 'spool.server.ts', 'tallies.server.ts', 'vouchers.server.ts', 'figure.ts'],
		...['cross-table.ts', 'cross-table.server.ts', 'draft-files.server.ts']
	]
};

/** Foreign keys and the commands that fill or check a whole database name tables; nobody else does. */
const mayNameTables = /tables\.server\.ts$|^src\/cli\//;

/** SvelteKit is for routes, guards and the code that handles cookies. */
const mayUseKit = /^src\/(routes\/|hooks|service-worker|lib\/auth\/(guards|auth-session)\.server\.ts|lib\/i18n\/address)/;

const domainFolder = /^src\/lib\/([^/]+)\//;
const folderOf = (path: string) => domainFolder.exec(path)?.[1];

export function checkLevels(files: Files): Violation[] {
	return eachImport(files, (file, target) => {
		const own = folderOf(file);
		if (!own) return null;
		const other = folderOf(target);
		if (!other) {
			return /^src\/(routes|cli|hooks|service-worker)/.test(target)
				? `imports ${target}: nothing imports routes, hooks or commands. Move what is shared into src/lib/${own}.`
				: null;
		}
		if (other === own) return null;
		if (!(own in mayImport)) return `src/lib/${own} is not in the table of tests/rules/imports.ts: give it a level there.`;
		const allowed = mayImport[own]?.some((name) => name === other || `src/lib/${name}` === target);
		if (allowed) return null;
		return `imports ${target}: ${own} may import [${mayImport[own]?.join(', ')}] only. Pass the value in as an argument from the route, or move the shared part to a lower level.`;
	});
}

export function checkDoors(files: Files): Violation[] {
	return eachImport(files, (file, target) => {
		const [own, other] = [folderOf(file), folderOf(target)];
		if (!other || other === own || !(other in doors)) return null;
		const name = target.slice(`src/lib/${other}/`.length);
		if (doors[other]?.includes(name) || (name === 'tables.server.ts' && mayNameTables.test(file))) return null;
		return `imports ${target}, which is no door of ${other}: use [${doors[other]?.join(', ')}], or make it a door in tests/rules/imports.ts.`;
	});
}

export function checkCycles(files: Files): Violation[] {
	const graph = new Map<string, string[]>();
	for (const [file, text] of files) {
		const targets = listImports(text).filter(({ typeOnly }) => !typeOnly);
		const inside = targets.map(({ from }) => resolveImport(file, from, files)).filter((path) => path !== null && files.has(path));
		graph.set(file, inside as string[]);
	}
	const state = new Map<string, 'open' | 'done'>();
	const found: Violation[] = [];
	const visit = (file: string, trail: string[]): void => {
		if (state.get(file) === 'done') return;
		if (state.get(file) === 'open') {
			const cycle = [...trail.slice(trail.indexOf(file)), file];
			found.push({ file, message: `is in a cycle: ${cycle.join(' -> ')}. Move what both need into a third file below them.` });
			return;
		}
		state.set(file, 'open');
		for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
		state.set(file, 'done');
	};
	for (const file of graph.keys()) visit(file, []);
	return found;
}

export function checkPackages(files: Files): Violation[] {
	const found: Violation[] = [];
	for (const [file, text] of files) {
		if (!file.startsWith('src/') || file.endsWith('.test.ts')) continue;
		for (const { from } of listImports(text)) {
			const message = judgePackage(file, from);
			if (message) found.push({ file, message });
		}
	}
	return found;
}

function judgePackage(file: string, from: string): string | null {
	if (/^lucia(\/|$)/.test(from) && file !== 'src/lib/auth/auth-session.server.ts') {
		return 'imports lucia: it is replaceable because one file knows it. Use src/lib/auth/auth-session.server.ts.';
	}
	if (/^(drizzle-orm|@libsql)/.test(from) && !/\.server\.(ts|mjs)$/.test(file)) {
		return `imports ${from}: only *.server.ts files touch the database. Rename the file or move the query.`;
	}
	if ((/^\$app\//.test(from) || from === '@sveltejs/kit') && file.startsWith('src/lib/') && !mayUseKit.test(file)) {
		return `imports ${from}: domain code runs in commands and tests too. Take the value as an argument (db, now, url).`;
	}
	return null;
}

/** Voices are an island: even types of people stay out, and people's code never reads voices. */
export function checkIsland(files: Files): Violation[] {
	return eachImport(files, (file, target) => {
		const [own, other] = [folderOf(file), folderOf(target)];
		if (own === 'voices' && (other === 'auth' || other === 'groups')) return `imports ${target}: voices must not know people.`;
		if (own && own !== 'voices' && own !== 'indicators' && other === 'voices') {
			return `imports ${target}: routes hand plain facts to voices; no domain folder reads it.`;
		}
		return null;
	});
}

function eachImport(files: Files, judge: (file: string, target: string) => string | null): Violation[] {
	const found: Violation[] = [];
	for (const [file, text] of files) {
		if (file.endsWith('.test.ts')) continue;
		for (const { from } of listImports(text)) {
			const target = resolveImport(file, from, files);
			const message = target && judge(file, target);
			if (message) found.push({ file, message });
		}
	}
	return found;
}
