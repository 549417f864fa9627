// npm run packages:check: asks the registry whether a package that runs in production is behind its own line of versions, for
// longer than docs/security/controls.md allows. Without the network it can't be asked, and says so. Ends with 1 where one is.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const allowedDays = 30;
/** Behind for a reason: types, which are no code that runs. */
const leftAlone = new Set(['undici-types']);
const atOnce = 8;

const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim().replace(/\/?$/, '/');
const locked = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)
	.map(([path, entry]) => ({ ...entry, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }))
	.filter(({ name, dev, devOptional }) => name !== '' && !dev && !devOptional && !leftAlone.has(name));

const behind = [];
const waiting = [...locked];
await Promise.all(Array.from({ length: atOnce }, askInTurn));
behind.sort((a, b) => b.days - a.days);
for (const { name, version, newest, days } of behind) {
	console.log(
		`${days > allowedDays ? 'LATE' : 'soon'}  ${name} ${version}: ${newest} is there, the first after it for ${days} days`
	);
}
const late = behind.filter(({ days }) => days > allowedDays);
console.log(
	`${locked.length} packages of production, ${behind.length} behind their line, ${late.length} for longer than ${allowedDays} days.`
);
process.exit(late.length > 0 ? 1 : 0);

async function askInTurn() {
	for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
		const found = await findNewer(entry);
		if (found) behind.push({ ...entry, ...found });
	}
}

async function findNewer({ name, version }) {
	const response = await fetch(registry + name.replace('/', '%2f')).catch(() => null);
	if (!response?.ok) {
		console.error(`The registry ${registry} doesn't answer for ${name} (${response?.status ?? 'no connection'}).`);
		process.exit(2);
	}
	const { versions, time } = await response.json();
	const newer = Object.keys(versions)
		.filter((each) => isInLine(each, version) && !versions[each].deprecated && compare(each, version) > 0)
		.sort(compare);
	if (newer.length === 0) return null;
	return { newest: newer.at(-1), days: Math.floor((Date.now() - Date.parse(time[newer[0]])) / 86_400_000) };
}

/** Whole releases that may replace a version: of the same major, below 1.0 of the same minor, below 0.1 none (semver's caret). */
function isInLine(candidate, version) {
	const [major, minor, patch] = version.split('.');
	if (!/^\d+\.\d+\.\d+$/.test(candidate) || (major === '0' && minor === '0')) return candidate === `${major}.${minor}.${patch}`;
	return candidate.startsWith(major === '0' ? `0.${minor}.` : `${major}.`);
}

function compare(a, b) {
	return a.localeCompare(b, 'en', { numeric: true });
}
