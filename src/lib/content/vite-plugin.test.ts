import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type InlineConfig } from 'vite';
import { afterEach, expect, it, vi } from 'vitest';
import { compileModule } from './compile';
import { sample } from './sample';
import { scaffoldModule } from './scaffold';
import { content, describeErrors } from './vite-plugin';

vi.setConfig({ testTimeout: 60_000 });

const made: string[] = [];

/** A project of one file that imports the virtual module; its content/modules holds the given modules. */
function makeProject(modules: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'relais-content-'));
	made.push(root);
	writeFileSync(join(root, 'main.js'), 'export { modules } from "virtual:relais-content";');
	for (const [slug, source] of Object.entries(modules)) {
		mkdirSync(join(root, 'content/modules', slug), { recursive: true });
		writeFileSync(join(root, 'content/modules', slug, 'module.svx'), source);
	}
	return root;
}

function configOf(root: string): InlineConfig {
	return { root, configFile: false, logLevel: 'silent', plugins: [content()] };
}

async function buildProject(root: string, ssr: boolean): Promise<string> {
	const input = join(root, 'main.js');
	const result = await build({ ...configOf(root), build: { ssr: ssr && input, write: false, rolldownOptions: { input } } });
	return 'output' in result ? result.output.map((file) => ('code' in file ? file.code : '')).join('\n') : '';
}

afterEach(() => {
	for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

it('gives server code every module, compiled', async () => {
	const code = await buildProject(makeProject({ sample }), true);
	expect(code).toContain(String.raw`\"graph\"`);
	expect(code).toContain('Le début');
});

it('gives an empty catalogue where there is no content', async () => {
	expect(await buildProject(makeProject({}), true)).toContain('JSON.parse("{}")');
});

it('fails a build with the findings when content has errors', async () => {
	const project = makeProject({ sample: sample.replace('(#dur)', '(#nulle-part)') });
	await expect(buildProject(project, true)).rejects.toThrow(
		/content\/modules\/sample\/module\.svx:\d+:1 E103 error: .*nulle-part/
	);
});

it('refuses to be sent to phones', async () => {
	await expect(buildProject(makeProject({ sample }), false)).rejects.toThrow('catalogue.server');
});

it('shows what compiles in dev, and compiles again when a file changes', async () => {
	const root = makeProject({ sample: sample.replace('(#dur)', '(#nulle-part)'), broken: 'no front matter' });
	const server = await createServer({
		...configOf(root),
		server: { middlewareMode: true, ws: false },
		optimizeDeps: { noDiscovery: true }
	});
	try {
		const load = async () => ((await server.ssrLoadModule('/main.js')) as typeof import('virtual:relais-content')).modules;
		const first = await load();
		expect(Object.keys(first)).toEqual(['sample']);
		const file = join(root, 'content/modules/sample/module.svx');
		writeFileSync(file, sample.replace('Le titre', 'Un autre titre'));
		server.watcher.emit('all', 'change', join(root, 'content/modules/sample/notes.txt'));
		expect((await load()).sample!.texts.fr.summary.title).toBe('Le titre');
		server.watcher.emit('all', 'change', file);
		expect((await load()).sample!.texts.fr.summary.title).toBe('Un autre titre');
	} finally {
		await server.close();
	}
});

it('tells the dev overlay the file, the line and what to do', () => {
	const { findings } = compileModule(sample.replace('(#dur)', '(#nulle-part)'), 'content/modules/sample/module.svx', {});
	const { err } = describeErrors(findings, '/project');
	expect(err.loc).toMatchObject({ file: '/project/content/modules/sample/module.svx', line: findings[0]!.line });
	expect(err.message).toMatch(/module\.svx:\d+:1 E103 error: .*nulle-part.* — Point to an existing node/);
});

it('gives training units apart from the modules', async () => {
	const root = makeProject({ sample });
	const folder = join(root, 'content/training/essai');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'module.svx'), scaffoldModule('essai', { unit: 'C1', audience: 'coach' }).get('module.svx')!);
	expect(await buildProject(root, true)).not.toContain('essai');
	writeFileSync(join(root, 'main.js'), 'export { units } from "virtual:relais-training";');
	const code = await buildProject(root, true);
	expect(code).toContain(String.raw`\"audience\":\"coach\"`);
	expect(code).not.toContain('Le début');
});

it('gives the studio what the catalogue leaves out', async () => {
	const root = makeProject({ sample, broken: 'no front matter' });
	writeFileSync(join(root, 'main.js'), 'export { studio } from "virtual:relais-studio";');
	const code = await buildProject(root, true);
	expect(code).toContain(String.raw`\"slug\":\"broken\"`);
	expect(code).toContain('E001');
});
