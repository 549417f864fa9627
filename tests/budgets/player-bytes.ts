import { brotliCompressSync, constants } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rollup } from 'vite';
import { cssHash } from '../../scripts/css-hash.mjs';

/** What other pages' parts are made of too: Svelte's runtime, the kit of parts, drawings, languages, the device's memory. */
const shared = [/^svelte/, /^\$lib\/(ui|illustrations|i18n|offline)\//];

/** Brotli bytes of the engine (evaluation included), the player and all its blocks, minified as they are in the island. */
export async function measurePlayer(): Promise<number> {
	const { output } = (await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true, cssHash } })],
		build: {
			write: false,
			rollupOptions: { input: 'src/lib/modules/Player.svelte', external: shared, preserveEntrySignatures: 'strict' }
		},
		// After `external`: only the content that the player evaluates is still to be found.
		resolve: { alias: { '$lib/content': `${process.cwd()}/src/lib/content` } }
	})) as Rollup.RollupOutput;
	const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
	return brotliCompressSync(shortenRuntimeNames(code), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** A bundle with the runtime inside calls `$.template_effect` by a letter or two and imports nothing; one without it must spell. */
function shortenRuntimeNames(code: string): string {
	const namespace = /import\s*\*\s*as\s+([\w$]+)\s+from\s*["']svelte\/internal\/client["']/.exec(code)?.[1];
	if (!namespace) throw new Error('The player no longer imports svelte/internal/client: look at tests/budgets/player-bytes.ts.');
	const member = new RegExp(`(?<![\\w$.])${namespace.replace('$', '\\$')}\\.(\\w+)`, 'g');
	const names = [...new Set([...code.matchAll(member)].map(([, name = '']) => name))];
	return code
		.replace(/import[^;]*?["'][^"']+["'];/g, '')
		.replace(member, (_, name: string) => `$${names.indexOf(name).toString(36)}`);
}
