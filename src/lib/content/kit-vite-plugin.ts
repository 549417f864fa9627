// Compiles content/kits at build time into `virtual:relais-kits`, for server code only. A build with an error in a kit fails.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { formatFinding } from './finding';
import { compileKits } from './kit-compile';

const id = 'virtual:relais-kits';

/** The Vite plugin of kits. The directories are for tests. */
export function kits(directory = 'content/kits', modules = 'content/modules'): Plugin {
	let root = process.cwd();
	let isBuild = false;
	return {
		name: 'relais-kits',
		configResolved(config) {
			root = config.root;
			isBuild = config.command === 'build';
		},
		resolveId: (source) => (source === id ? `\0${id}` : undefined),
		load(loaded) {
			if (loaded !== `\0${id}`) return;
			const hasModule = (slug: string) => existsSync(resolve(root, modules, slug, 'module.svx'));
			const compiled = compileKits(resolve(root, directory), hasModule, root);
			const errors = compiled.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
			const lines = errors.map(formatFinding).join('\n');
			if (isBuild && errors.length > 0) this.error(`Kits have errors:\n${lines}`);
			if (errors.length > 0) this.warn(`Kits have errors (npm run content:check):\n${lines}`);
			const found = Object.fromEntries(compiled.flatMap(({ slug, kits }) => (kits ? [[slug, pack(kits)]] : [])));
			return `export const kits = JSON.parse(${JSON.stringify(JSON.stringify(found))});`;
		},
		configureServer(server) {
			const watched = resolve(root, directory);
			server.watcher.add(watched);
			server.watcher.on('all', (_event, file) => {
				if (!file.startsWith(watched) || !/\.(svx|po)$/.test(file)) return;
				for (const environment of Object.values(server.environments)) {
					const module = environment.moduleGraph.getModuleById(`\0${id}`);
					if (module) environment.moduleGraph.invalidateModule(module);
				}
				server.ws.send({ type: 'full-reload' });
			});
		}
	};
}

type Kits = NonNullable<ReturnType<typeof compileKits>[number]['kits']>;

function pack(kits: Kits): unknown {
	return { kit: kits.fr.kit, texts: Object.fromEntries(Object.entries(kits).map(([locale, { text }]) => [locale, text])) };
}
