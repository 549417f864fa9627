// The house and its rules. Each rule is also shown to fail on a planted violation, so that it can't rot into a test of nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLength, checkLiterals, checkNames, checkStyles, checkTopLevel, checkWords } from './rules/files';
import { checkCycles, checkDoors, checkIsland, checkLevels, checkPackages } from './rules/imports';
import { checkOutgoing } from './rules/outgoing';
import { readFiles, type Files, type Violation } from './rules/source';

const sources = readFiles('src');
const everything: Files = new Map([
	...sources,
	...readFiles('tests', 'scripts'),
	['server.mjs', readFileSync('server.mjs', 'utf8')]
]);

function plant(path: string, text: string): Files {
	return new Map([...sources, [path, text]]);
}

const rules: { name: string; check: (files: Files) => Violation[]; files: Files; planted: [path: string, text: string][] }[] = [
	{
		name: 'folders import downward only',
		check: checkLevels,
		files: sources,
		planted: [
			['src/lib/ui/Planted.svelte', `<script lang="ts">import { x } from '$lib/groups/code';</script>`],
			['src/lib/content/planted.ts', `import { choose } from '../modules/engine';`],
			['src/lib/groups/planted.ts', `import { load } from '../../routes/health/+server';`],
			['src/lib/newcomer/planted.ts', `import { x } from '$lib/i18n/locales';`]
		]
	},
	{
		name: 'folders are entered by their doors',
		check: checkDoors,
		files: sources,
		planted: [
			['src/lib/modules/planted.ts', `import { parseQuiz } from '$lib/content/quiz';`],
			['src/routes/planted/+page.server.ts', `import { groupTable } from '$lib/groups/tables.server';`]
		]
	},
	{
		name: 'no import cycles',
		check: checkCycles,
		files: sources,
		planted: [['src/lib/i18n/locales.ts', `import './preferred-locale';\n${sources.get('src/lib/i18n/locales.ts')}`]]
	},
	{
		name: 'packages stay where they belong',
		check: checkPackages,
		files: sources,
		planted: [
			['src/lib/groups/planted.server.ts', `import { Lucia } from 'lucia';`],
			['src/lib/groups/planted.ts', `import { eq } from 'drizzle-orm';`],
			['src/lib/groups/planted.ts', `import { error } from '@sveltejs/kit';`],
			['src/lib/voices/planted.server.ts', `import { building } from '$app/environment';`]
		]
	},
	{
		name: 'voices are an island',
		check: checkIsland,
		files: sources,
		planted: [
			['src/lib/voices/planted.server.ts', `import { group } from '$lib/groups/tables.server';`],
			['src/lib/groups/planted.server.ts', `import { recordParticipation } from '$lib/voices/participation.server';`]
		]
	},
	{
		name: 'the server calls nobody but its mail server, its Redis and its databases',
		check: checkOutgoing,
		files: everything,
		planted: [
			['src/lib/groups/planted.server.ts', `import { connect } from 'node:tls';`],
			['src/lib/groups/planted.server.ts', `import { createTransport } from 'nodemailer';`],
			['src/lib/live/planted.server.ts', `import { Redis } from 'ioredis';`],
			['src/lib/content/planted.ts', `export const words = await fetch(address);`],
			['src/routes/planted/+server.ts', `export const GET = () => fetch('https://elsewhere.example');`],
			['src/hooks.planted.server.ts', `new WebSocket(address);`],
			['src/lib/ops/planted.server.ts', `const { lookup } = await import('node:dns/promises');`]
		]
	},
	{
		name: 'no file over 300 lines',
		check: checkLength,
		files: everything,
		planted: [['src/lib/ui/planted.ts', 'export const x = 1;\n'.repeat(302)]]
	},
	{
		name: 'names: kebab-case, PascalCase components, no barrels, no bags',
		check: checkNames,
		files: sources,
		planted: [
			['src/lib/ui/index.ts', ''],
			['src/lib/ui/button.svelte', ''],
			['src/lib/groups/groupCode.ts', ''],
			['src/lib/groups/utils.ts', '']
		]
	},
	{
		name: '"session" never stands alone',
		check: checkWords,
		files: sources,
		planted: [['src/lib/groups/planted.ts', 'export const session = 1;']]
	},
	{
		name: 'styles use logical properties',
		check: checkStyles,
		files: sources,
		planted: [
			['src/lib/ui/Planted.svelte', '<p></p><style>p { margin-left: 1rem }</style>'],
			['src/styles/planted.css', '.x { text-align: left }']
		]
	},
	{
		name: 'components hold no words of their own',
		check: checkLiterals,
		files: sources,
		planted: [
			['src/lib/ui/Planted.svelte', '<p>Bonjour</p>'],
			['src/lib/ui/Planted.svelte', '<img src="/x.svg" alt="Un dessin" />'],
			['src/lib/ui/Planted.svelte', '{#if true}<div><b>Bonjour</b></div>{/if}']
		]
	}
];

describe.each(rules)('$name', ({ check, files, planted }) => {
	it('holds', () => {
		expect(check(files)).toEqual([]);
	});

	it.each(planted)('fails on a planted violation in %s', (path, text) => {
		const found = check(plant(path, text));
		expect(found.map(({ file }) => file)).toContain(path);
		expect(found.find(({ file }) => file === path)?.message).toMatch(/:|\./);
	});
});

describe('the top level is fixed', () => {
	it('holds', () => {
		const tracked = existsSync('.git') ? execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n') : [];
		expect(checkTopLevel([...new Set(tracked.map((path) => path.split('/')[0] ?? ''))].filter(Boolean))).toEqual([]);
	});

	it('fails on a planted folder', () => {
		expect(checkTopLevel(['src', 'lib2'])).toHaveLength(1);
	});
});
