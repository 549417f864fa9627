// Makes the pictures when they are missing or stale, before Vite (or Vitest) starts, and tells the code their version.
import type { Plugin } from 'vite';
import { getArtVersion, isFresh } from './sources';

/** Vite plugin; reads and writes below Vite's root, and defines `__ART_VERSION__` (see art.ts). */
export function illustrations(): Plugin {
	return {
		name: 'relais-illustrations',
		async config(user) {
			const root = user.root ?? process.cwd();
			if (!isFresh(root)) (await import('./generate')).generateArt(root);
			return { define: { __ART_VERSION__: JSON.stringify(getArtVersion(root)) } };
		}
	};
}
