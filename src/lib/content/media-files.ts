// Puts the films and recordings of all modules where Vite and the server find static files (static/media, not in version control).
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listMedia } from './locate';

/** Copies what is new or changed and removes what no module has any more. Each file appears whole: others may be reading. */
export function copyMedia(modules: string, target: string): void {
	const wanted = new Set<string>();
	for (const slug of existsSync(modules) ? readdirSync(modules) : [])
		for (const { path, bytes } of listMedia(join(modules, slug))) {
			const [from, to] = [join(modules, slug, path), join(target, slug, path)];
			wanted.add(to);
			const known = existsSync(to) && statSync(to);
			if (known && known.size === bytes && known.mtimeMs >= statSync(from).mtimeMs) continue;
			mkdirSync(dirname(to), { recursive: true });
			copyFileSync(from, `${to}.${process.pid}`);
			renameSync(`${to}.${process.pid}`, to);
		}
	if (!existsSync(target)) return;
	for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
		const file = join(entry.parentPath, entry.name);
		if (entry.isFile() && !wanted.has(file) && !/\.\d+$/.test(file)) rmSync(file);
	}
}
