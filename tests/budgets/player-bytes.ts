import { brotliCompressSync, constants } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rollup } from 'vite';

/** What other pages' parts are made of too: Svelte's runtime, the kit of parts, drawings, languages, the device's memory. */
const shared = [/^svelte/, /^idb-keyval$/, /^\$lib\/(ui|illustrations|i18n|offline)\//];

/** Brotli bytes of the engine (evaluation included), the player and all its blocks, minified. */
export async function measurePlayer(): Promise<number> {
	const output = (await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		resolve: { alias: { $lib: `${process.cwd()}/src/lib` } },
		define: { __ART_VERSION__: '"0"' },
		build: {
			write: false,
			// Not `lib`: Vite leaves the white space of libraries.
			rollupOptions: { input: 'src/lib/modules/player-island.ts', external: shared }
		}
	})) as Rollup.RollupOutput;
	const code = output.output
		.map((file) => (file.type === 'chunk' ? file.code : ''))
		.join('\n');
	return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
