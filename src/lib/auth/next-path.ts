// Where to go after signing in. The address comes from a URL anyone can make, so it must stay on this site.

/** True for a path of this site: not another origin, not `//host`, not a path a browser would read as one. */
export function isLocalPath(path: string): boolean {
	if (path.length > 300 || !/^\/([a-z]{2}|studio)(\/|$)/.test(path) || /[\\\p{Cc}]/u.test(path)) return false;
	const base = 'http://relais.invalid';
	return URL.canParse(path, base) && new URL(path, base).origin === base;
}

/** The wanted page when it is a path of this site, else the fallback. */
export function safeNextPath(wanted: string | null, fallback: string): string {
	return wanted !== null && isLocalPath(wanted) ? wanted : fallback;
}
