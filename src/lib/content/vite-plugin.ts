// Compiles content/modules at build time into `virtual:relais-content`, content/training into `virtual:relais-training`, and both,
// apart, into `virtual:relais-studio`. All are for server code only: phones are sent the one module they open. A build with an error in content fails; in dev the findings are
// printed, Vite's overlay shows the first, and the pages of the other modules work on.
import { resolve } from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import { formatFinding, type Finding } from './finding';
import { compileAll } from './locate';
import { copyMedia } from './media-files';
import { readStudio } from './studio';

const ids = { content: 'virtual:relais-content', training: 'virtual:relais-training', studio: 'virtual:relais-studio' };
const resolvedIds = { content: `\0${ids.content}`, training: `\0${ids.training}`, studio: `\0${ids.studio}` };

/** The Vite plugin of content: the folders of modules and of training units. */
export function content(directory = 'content/modules', training = 'content/training'): Plugin {
	let root = process.cwd();
	let isBuild = false;
	/** What stands in the way, from one compilation to the next. */
	let errors: Finding[] = [];
	const broken = new Map<string, Finding[]>();
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
			if (!Object.values(resolvedIds).includes(loaded)) return;
			if (this.environment?.name === 'client')
				this.error(
					'Compiled content is for the server: import $lib/content/catalogue.server or training.server from a *.server.ts file.'
				);
			if (loaded === resolvedIds.studio)
				return exportJson(
					'studio',
					[directory, training].flatMap((each) => readStudio(resolve(root, each), root))
				);
			const isTraining = loaded === resolvedIds.training;
			const compiled = compileAll(resolve(root, isTraining ? training : directory), root);
			const wrong = compiled.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
			broken.set(loaded, wrong);
			errors = [...broken.values()].flat();
			const lines = wrong.map(formatFinding).join('\n');
			if (isBuild && wrong.length > 0) this.error(`Content has errors:\n${lines}`);
			if (wrong.length > 0) this.warn(`Content has errors (npm run content:check):\n${lines}`);
			const modules = compiled.flatMap(({ slug, modules, completeness }) =>
				modules ? [[slug, pack(modules, completeness)]] : []
			);
			return exportJson(isTraining ? 'units' : 'modules', Object.fromEntries(modules));
		},
		configureServer(server) {
			const watched = [directory, training].map((each) => resolve(root, each));
			server.watcher.add(watched);
			server.watcher.on('all', (_event, file) => {
				if (watched.some((each) => file.startsWith(each)) && /\.(svx|po|plan|json)$/.test(file)) reload(server);
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
