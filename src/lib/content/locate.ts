// Finds the modules and training units on disk. Used by the Vite plugin, the command line and tests; never at run time of the server.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { locales, sourceLocale } from '../i18n/locales';
import { compileModule, type Compiled, type Surroundings, type TranslationFiles } from './compile';
import type { MediaFile } from './media';

/** Where modules and training units lie: all that is checked, translated and played by plans. */
export const storyFolders: readonly string[] = ['content/modules', 'content/training'];

export interface ModuleFolder {
	slug: string;
	/** Path of module.svx from the root, with forward slashes. */
	file: string;
	source: string;
	translations: TranslationFiles;
	/** Text of units.json, if there is one. */
	registry?: string | null;
	surroundings: Surroundings;
}

/** Reads every module folder under a directory (of `storyFolders`), in alphabetical order; none when it does not exist. */
export function listModuleFolders(directory: string, root: string = process.cwd()): ModuleFolder[] {
	if (!existsSync(directory)) return [];
	return readdirSync(directory)
		.sort()
		.filter((slug) => existsSync(join(directory, slug, 'module.svx')))
		.map((slug) => {
			const folder = join(directory, slug);
			const translations: TranslationFiles = {};
			for (const { id } of locales)
				if (id !== sourceLocale && existsSync(join(folder, `${id}.po`)))
					translations[id] = readFileSync(join(folder, `${id}.po`), 'utf8');
			const registryFile = join(folder, 'units.json');
			const registry = existsSync(registryFile) ? readFileSync(registryFile, 'utf8') : undefined;
			const file = relative(root, join(folder, 'module.svx')).split(sep).join('/');
			return {
				slug,
				file,
				source: readFileSync(join(folder, 'module.svx'), 'utf8'),
				translations,
				...(registry !== undefined && { registry }),
				surroundings: { media: listMedia(folder), readPart: (path: string) => readText(join(root, path)) }
			};
		});
}

/** The plans of a module folder (*.plan), in alphabetical order; `file` as given by the folder's path. */
export function listPlans(folder: string): { file: string; text: string }[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.plan'))
		.sort()
		.map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Compiles every module under a directory. */
export function compileAll(directory: string, root?: string): (Compiled & { slug: string; file: string })[] {
	return listModuleFolders(directory, root).map(compileFolder);
}

/** Compiles the module of a folder. */
export function compileFolder(folder: ModuleFolder): Compiled & { slug: string; file: string } {
	const { slug, file, source, translations, registry, surroundings } = folder;
	return { slug, file, ...compileModule(source, file, translations, registry, surroundings) };
}

/** The files of a module folder that are seen or heard, in alphabetical order. */
export function listMedia(folder: string): MediaFile[] {
	return ['audio', 'media'].flatMap((kind) => {
		const from = join(folder, kind);
		if (!existsSync(from)) return [];
		const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		return files
			.map(({ parentPath, name }): MediaFile => {
				const bytes = readFileSync(join(parentPath, name));
				const path = relative(folder, join(parentPath, name)).split(sep).join('/');
				return { path, bytes: bytes.length, version: createHash('sha256').update(bytes).digest('base64url').slice(0, 8) };
			})
			.sort((a, b) => a.path.localeCompare(b.path));
	});
}

function readText(path: string): string | null {
	return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
