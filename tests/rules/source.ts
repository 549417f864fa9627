// Reads the project's own files for the rules, so that each rule is a pure function over (path -> text) and can be shown to
// fail on a planted violation.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Path from the project's root (with forward slashes) -> text. */
export type Files = Map<string, string>;

export interface Violation {
	file: string;
	/** What is wrong, and what to do instead. */
	message: string;
}

export function readFiles(...folders: string[]): Files {
	const files: Files = new Map();
	for (const folder of folders) {
		for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
			if (!entry.isFile() || !/\.(ts|js|mjs|svelte|svx|css)$/.test(entry.name)) continue;
			const path = join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/');
			files.set(path, readFileSync(path, 'utf8'));
		}
	}
	return files;
}

/** The modules that a file names in `import`, `export … from` and `import()`; type-only imports are marked. */
export function listImports(text: string): { from: string; typeOnly: boolean }[] {
	const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
	const statements =
		/\b(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
	return [...code.matchAll(statements)].map(([, type, direct, dynamic]) => ({
		from: (direct ?? dynamic ?? '').replace(/\?.*$/, ''),
		typeOnly: type !== undefined
	}));
}

/** A project path for `$lib/…`, `$content/…` and relative imports; null for packages and virtual modules. */
export function resolveImport(file: string, from: string, files: Files): string | null {
	const base = from.startsWith('$lib/')
		? `src/lib/${from.slice(5)}`
		: from.startsWith('.')
			? posix.normalize(posix.join(posix.dirname(file), from))
			: null;
	if (base === null) return null;
	for (const end of ['', '.ts', '.svelte.ts', '.d.ts', '/index.ts']) if (files.has(base + end)) return base + end;
	return base;
}
