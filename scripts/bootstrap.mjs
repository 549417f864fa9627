// Runs before `npm start`, `npm run dev` and `npm test`, with nothing installed yet: checks Node, installs the packages that
// package-lock.json names when they are missing or outdated and, for the tests, Debian's Chromium with a font to fall back on,
// Debian's Redis, a libSQL server, and Python with what verifies a badge a second time; nginx only for the tests that stand
// behind it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chromiumPath } from './chromium.mjs';
import { installLibsqlServer } from './libsql-server.mjs';

const root = new URL('..', import.meta.url);
const at = (/** @type {string} */ path) => new URL(path, root);

checkNode();
if (packagesAreStale()) run('npm', ['ci', '--no-audit', '--no-fund']);
if (process.argv.includes('--test') && !chromiumPath()) installChromium();
if (process.argv.includes('--test') && spawnSync('redis-server', ['--version']).status !== 0) installRedis();
if (process.argv.includes('--test')) installLibsqlServer();
if (process.argv.includes('--test') && spawnSync('/usr/bin/python3', ['-c', 'import pyld, cryptography']).status !== 0)
	installPython();
if (process.argv.includes('--several') && spawnSync('/usr/sbin/nginx', ['-v']).status !== 0) installNginx();

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	stop(`Relais needs Node 20.19 or newer; this is ${process.versions.node}. Debian: apt-get install nodejs, or nodejs.org.`);
}

function packagesAreStale() {
	const installed = at('node_modules/.package-lock.json');
	if (!existsSync(installed)) return true;
	if (statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return false;
	return packageNames(installed) !== packageNames(at('package-lock.json'));
}

/** Names and versions of a lock file, apart from what was left out for this platform. @param {URL} file */
function packageNames(file) {
	const { packages } = JSON.parse(readFileSync(file, 'utf8'));
	return Object.entries(packages)
		.filter(([path, entry]) => path !== '' && !entry.optional)
		.map(([path, { version }]) => `${path}@${version}`)
		.sort()
		.join('\n');
}

function installChromium() {
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
		stop(
			'The tests need Chromium. Install it (Debian: sudo apt-get install chromium-headless-shell) or set CHROMIUM to its path.'
		);
	}
	run('apt-get', ['update', '-qq']);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-dejavu-core']);
}

/** Live meetings over two processes are tested with it. Without it they run without, and say so: no reason to stop. */
function installRedis() {
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
		console.warn(
			'redis-server is not installed: tests of several processes run without it (Debian: apt-get install redis-server).'
		);
		return;
	}
	run('apt-get', ['update', '-qq']);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server']);
}

/** An independent program verifies our badges with them (tests/conformance). Without them it says so and is left out. */
function installPython() {
	const packages = ['python3-pyld', 'python3-cryptography'];
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
		console.warn(`Badges go without a second verifier (Debian: apt-get install ${packages.join(' ')}).`);
		return;
	}
	run('apt-get', ['update', '-qq']);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Two processes of an instance stand behind it (tests/several.ts). */
function installNginx() {
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
		stop('These tests need nginx and Redis (Debian: sudo apt-get install nginx-light redis-server).');
	run('apt-get', ['update', '-qq']);
	run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx-light']);
}

/** @param {string} command @param {string[]} parameters */
function run(command, parameters) {
	console.log(`> ${command} ${parameters.join(' ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { status } = spawnSync(command, parameters, { cwd: root, stdio: 'inherit', env });
	if (status !== 0) stop(`\`${command} ${parameters.join(' ')}\` did not succeed; see above.`);
}

/** @param {string} message @returns {never} */
function stop(message) {
	console.error(`\n${message}\n`);
	process.exit(1);
}
