// Compiles content/modules at build time into `virtual:relais-content` and, apart, into `virtual:relais-studio`. Both are for
// server code only: phones are sent the one module they open. A build with an error in content fails; in dev the findings are
// printed, Vite's overlay shows the first, and the pages of the other modules work on.
import { resolve } from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { formatFinding, type Finding } from './finding';
import { compileAll } from './locate';
import { copyMedia } from './media-files';
import { readStudio } from './studio';

const ids = { content: 'virtual:relais-content', studio: 'virtual:relais-studio' };
const resolvedIds = { content: `\0${ids.content}`, studio: `\0${ids.studio}` };

/** The Vite plugin of content. `directory` is for tests; it is content/modules otherwise. */
export function content(directory = 'content/modules'): Plugin {
	let root = process.cwd();
	let isBuild = false;
	/** What stands in the way, from one compilation to the next. */
	let errors: Finding[] = [];
	return {
		name: 'relais-content',
		config(user) {
			copyMedia(resolve(user.root ?? process.cwd(), directory), resolve(user.root ?? process.cwd(), 'static/media'));
		},
		configResolved(config) {
			root = config.root;
			isBuild = config.command === 'build';
		},
		resolveId(source) {
			return Object.values(ids).includes(source) ? `\0${source}` : undefined;
		},
		load(loaded) {
			if (loaded !== resolvedIds.content && loaded !== resolvedIds.studio) return;
			if (this.environment?.name === 'client')
				this.error('Compiled content is for the server: import $lib/content/catalogue.server from a *.server.ts file.');
			if (loaded === resolvedIds.studio) return exportJson('studio', readStudio(resolve(root, directory), root));
			const compiled = compileAll(resolve(root, directory), root);
			errors = compiled.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
			const lines = errors.map(formatFinding).join('\n');
			if (isBuild && errors.length > 0) this.error(`Content has errors:\n${lines}`);
			if (errors.length > 0) this.warn(`Content has errors (npm run content:check):\n${lines}`);
			const modules = compiled.flatMap(({ slug, modules, completeness }) =>
				modules ? [[slug, pack(modules, completeness)]] : []
			);
			return exportJson('modules', Object.fromEntries(modules));
		},
		configureServer(server) {
			const watched = resolve(root, directory);
			server.watcher.add(watched);
			server.watcher.on('all', (_event, file) => {
				if (file.startsWith(watched) && /\.(svx|po|plan|json)$/.test(file)) reload(server);
			});
			// A page compiles what it needs before its browser connects: the overlay is for each that connects while there are errors.
			server.ws.on('connection', () => {
				if (errors.length > 0) server.ws.send(describeErrors(errors, root));
			});
		}
	};
}

/** What Vite's error overlay shows: every finding with its remedy, and the place of the first as a link to the editor. */
export function describeErrors(errors: Finding[], root: string): ErrorPayload {
	const [first] = errors as [Finding, ...Finding[]];
	return {
		type: 'error',
		err: {
			plugin: 'relais-content',
			message: errors.map(formatFinding).join('\n\n'),
			stack: '',
			id: resolve(root, first.file),
			loc: { file: resolve(root, first.file), line: first.line, column: first.column }
		}
	};
}

function exportJson(name: string, value: unknown): string {
	return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

type CompiledFolder = ReturnType<typeof compileAll>[number];

function pack(modules: NonNullable<CompiledFolder['modules']>, completeness: CompiledFolder['completeness']): unknown {
	const texts = Object.entries(modules).map(([locale, { summary, nodes }]) => [locale, { summary, nodes }]);
	return { graph: modules.fr.graph, texts: Object.fromEntries(texts), completeness };
}

function reload(server: ViteDevServer): void {
	for (const environment of Object.values(server.environments)) {
		for (const id of Object.values(resolvedIds)) {
			const module = environment.moduleGraph.getModuleById(id);
			if (module) environment.moduleGraph.invalidateModule(module);
		}
	}
	server.ws.send({ type: 'full-reload' });
}
