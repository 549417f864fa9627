// Compiles content/modules at build time into `virtual:relais-content`, for server code only: phones are sent the one module
// they open. A build with an error in content fails; in dev and in tests the findings are printed and the page still shows.
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { formatFinding, hasError } from './finding';
import { compileAll } from './locate';

const id = 'virtual:relais-content';
const resolvedId = `\0${id}`;

/** The Vite plugin of content. `directory` is for tests; it is content/modules otherwise. */
export function content(directory = 'content/modules'): Plugin {
	let root = process.cwd();
	let isBuild = false;
	return {
		name: 'relais-content',
		configResolved(config) {
			root = config.root;
			isBuild = config.command === 'build';
		},
		resolveId(source) {
			return source === id ? resolvedId : undefined;
		},
		load(loaded) {
			if (loaded !== resolvedId) return;
			if (this.environment?.name === 'client')
				this.error('Compiled content is for the server: import $lib/content/catalogue.server from a *.server.ts file.');
			const compiled = compileAll(resolve(root, directory), root);
			const findings = compiled.flatMap((module) => module.findings);
			const errors = findings.filter(({ severity }) => severity === 'error').map(formatFinding);
			if (isBuild && hasError(findings)) this.error(`Content has errors:\n${errors.join('\n')}`);
			if (errors.length > 0) this.warn(`Content has errors (npm run content:check):\n${errors.join('\n')}`);
			const modules = compiled.flatMap(({ slug, modules, completeness }) =>
				modules ? [[slug, pack(modules, completeness)]] : []
			);
			return `export const modules = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(modules)))});`;
		},
		configureServer(server) {
			const watched = resolve(root, directory);
			server.watcher.add(watched);
			server.watcher.on('all', (_event, file) => {
				if (file.startsWith(watched) && /\.(svx|po|plan|json)$/.test(file)) reload(server);
			});
		}
	};
}

type CompiledFolder = ReturnType<typeof compileAll>[number];

function pack(modules: NonNullable<CompiledFolder['modules']>, completeness: CompiledFolder['completeness']): unknown {
	const texts = Object.entries(modules).map(([locale, { summary, nodes }]) => [locale, { summary, nodes }]);
	return { graph: modules.fr.graph, texts: Object.fromEntries(texts), completeness };
}

function reload(server: ViteDevServer): void {
	for (const environment of Object.values(server.environments)) {
		const module = environment.moduleGraph.getModuleById(resolvedId);
		if (module) environment.moduleGraph.invalidateModule(module);
	}
	server.ws.send({ type: 'full-reload' });
}
