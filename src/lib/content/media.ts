// The files beside a module that are seen or heard: `media/…` (films and their posters) and `audio/<language>/<node>.mp3`. They are
// served from fixed addresses that carry a version, so a phone may keep them for ever.
import { locales, type Locale } from '../i18n/locales';
import type { Place, Report } from './finding';
import type { SourceBlock, SourceModule } from './source';

export interface MediaFile {
	/** From the module's folder, like `audio/fr/debut.mp3`. */
	path: string;
	bytes: number;
	/** Changes with the content. */
	version: string;
}

/** What a module in one language finds of its files. */
export interface MediaOf {
	/** Address of a file; undefined when there is none. */
	addressOf(path: string): string | undefined;
	/** Address of the recording of a node in this language. */
	findAudio(node: string): string | undefined;
}

export const noMedia: MediaOf = { addressOf: () => undefined, findAudio: () => undefined };

/** Kinds of sound that every browser of today plays. */
const audioFile = /^audio\/([a-z-]+)\/([a-z0-9-]+)\.(?:mp3|m4a)$/;

/** Largest files, in bytes: a scene read aloud in a minute, a film of three minutes for a small screen, one picture. */
const most = { audio: 500_000, film: 12_000_000, picture: 60_000 };

/** The files of a module as it plays in a language. */
export function mediaOf(slug: string, locale: Locale, files: MediaFile[]): MediaOf {
	const addresses = new Map(files.map(({ path, version }) => [path, `/media/${slug}/${path}?v=${version}`]));
	const addressOf = (path: string) => addresses.get(path);
	return {
		addressOf,
		findAudio: (node) => addressOf(`audio/${locale}/${node}.mp3`) ?? addressOf(`audio/${locale}/${node}.m4a`)
	};
}

/** Reports files that a module names and doesn't have, recordings of no node, and what is too heavy for a phone. */
export function checkMedia({ nodes, front }: SourceModule, files: MediaFile[], report: Report): void {
	for (const block of nodes.flatMap(({ blocks }) => blocks))
		for (const [path, limit] of listNamed(block)) {
			const file = files.find((each) => each.path === path);
			const { at } = block as { at: Place };
			// What is no path at all was reported where it was read; one that begins with a slash is a page's business.
			if (!file && path.startsWith('media/')) report.add('E146', at, `there is no file “${path}” beside the module`);
			else if (file && file.bytes > limit) report.add('E180', at, `“${path}” has ${file.bytes} bytes, ${limit} at most`);
		}
	const at = front.locate('id');
	// What is served from /media is public, and a unit is for people who are signed in.
	if (front.data.training && files.length > 0)
		report.add('E146', at, `“${files[0]!.path}” stands beside a training unit, which can have no files of its own`);
	for (const { path, bytes } of files) {
		if (!path.startsWith('audio/')) continue;
		const [, language, node] = audioFile.exec(path) ?? [];
		if (!locales.some(({ id }) => id === language) || !nodes.some(({ id }) => id === node))
			report.add('E146', at, `“${path}” is not a recording of a node: name it audio/<language>/<node>.mp3`);
		else if (bytes > most.audio) report.add('E180', at, `“${path}” has ${bytes} bytes, ${most.audio} at most`);
	}
}

/** The files that a block names, each with the bytes that it may have. */
function listNamed(block: SourceBlock): [path: string, limit: number][] {
	if (block.type === 'image') return [[block.src, most.picture]];
	if (block.type !== 'video') return [];
	return [[block.src, most.film], ...(block.poster ? [[block.poster, most.picture] as [string, number]] : [])];
}
