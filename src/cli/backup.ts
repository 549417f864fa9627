// `npm run backup`: encrypted backups of the databases while the instance runs, one after the other with a long pause between.
import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { generations, listOutdated } from '../lib/ops/backup';
import { backUp } from '../lib/ops/backup.server';
import { databaseNames, type DatabaseName } from '../lib/ops/database-names';
import { databaseOptions } from '../lib/ops/instance.server';
import type { Lock } from '../lib/ops/seal-file.server';
import { readInstanceSettings, readSecret, runCommand, spellBytes, tell, UsageError } from './command';

const usage = `
  npm run backup -- --to FOLDER              backs up each database of DATA_DIR (or of DATABASE_URL), encrypted, while Relais runs
    --only accounts|voices|live|moderation   one of them (as timers do, each at an hour of its own)
    --passphrase-file FILE                   the passphrase (or BACKUP_PASSPHRASE, BACKUP_PASSPHRASE_FILE), 16 characters at least
    --recipient age1…                        a public key instead (or BACKUP_RECIPIENT): this machine can then not read its backups
    --keep N                                 how many of each stay (accounts 7, voices 2, live 2, moderation 2)
    --apart MINUTES                          pause between two databases (30), made longer at random by up to as much again;
                                             0 only for moving house: who has all four of one moment can compare them
    --dry-run                                says what would be done, and whether there is room

  Exit codes: 0 done, 1 refused or failed (earlier backups stay), 2 wrongly asked.
`;

const options = {
	to: { type: 'string' },
	only: { type: 'string' },
	'passphrase-file': { type: 'string' },
	recipient: { type: 'string' },
	keep: { type: 'string' },
	apart: { type: 'string', default: '30' },
	'dry-run': { type: 'boolean' }
} as const;

await runCommand(usage, options, async (values) => {
	const to = values.to ?? process.env.BACKUP_DIR;
	if (!to) throw new UsageError('Say where the backups go: --to FOLDER');
	const keep = values.keep === undefined ? null : readNumber('--keep', values.keep, 1);
	const apart = readNumber('--apart', values.apart ?? '30', 0);
	const settings = readInstanceSettings();
	const lock = readLock(values['passphrase-file'], values.recipient);
	const names = listNames(values.only);
	for (const [at, name] of names.entries()) {
		const place = databaseOptions(settings, name);
		const { file, remote } = place;
		if (!remote && !existsSync(file)) throw new UsageError(`There is no ${file}. Set DATA_DIR to the folder of the databases.`);
		if (values['dry-run']) {
			describe(name, remote ? { from: remote.url, size: null } : { from: file, size: statSync(file).size }, to, keep);
			continue;
		}
		if (at > 0 && apart > 0) await waitApart(apart, name);
		const onStep = (step: string) => tell(`${name}: ${step}`);
		const made = await backUp({ name, place, to, lock, now: new Date(), keep, onStep });
		tell(`${name}: ${made.file} (${spellBytes(made.size)})${made.deleted.map((old) => `, deleted ${old}`).join('')}`);
	}
});

/** In an order of chance, so that the pauses tell no pattern either. */
function listNames(only: string | undefined): DatabaseName[] {
	if (only === undefined) return [...databaseNames].sort(() => randomInt(3) - 1);
	const name = databaseNames.find((each) => each === only);
	if (!name) throw new UsageError(`There is no database "${only}": ${databaseNames.join(', ')}.`);
	return [name];
}

function readLock(file: string | undefined, recipient = process.env.BACKUP_RECIPIENT): Lock {
	if (recipient) {
		if (!/^age1[a-z0-9]{50,}$/.test(recipient)) throw new UsageError('--recipient is not a public key of age (age1…).');
		return { recipient };
	}
	const passphrase = readSecret('BACKUP_PASSPHRASE', file);
	if (passphrase === null) throw new UsageError('Backups are encrypted: give --passphrase-file or --recipient.');
	if (passphrase.length < 16)
		throw new UsageError('The passphrase is shorter than 16 characters: five random words are easy to keep.');
	return { passphrase };
}

function readNumber(option: string, text: string, least: number): number {
	const number = Number(text);
	if (Number.isInteger(number) && number >= least) return number;
	throw new UsageError(`${option} is "${text}" and must be a whole number from ${least}.`);
}

async function waitApart(minutes: number, name: DatabaseName): Promise<void> {
	const milliseconds = minutes * 60_000 + randomInt(minutes * 60_000);
	tell(`waiting ${Math.round(milliseconds / 60_000)} minutes before ${name}, so that the two can't be compared`);
	await pause(milliseconds);
}

/** `size` in bytes; null where only a server knows it. */
function describe(
	name: DatabaseName,
	{ from, size }: { from: string; size: number | null },
	to: string,
	keep: number | null
): void {
	const there = existsSync(to) ? readdirSync(to) : [];
	const free = statfsSync(existsSync(to) ? to : '.');
	const room = free.bavail * free.bsize;
	// The backups that would be too many once one more is there.
	const old = listOutdated(there, name, (keep ?? generations[name]) - 1);
	const large = size === null ? '' : ` (${spellBytes(size)})`;
	tell(`${name}: would copy ${from}${large} to ${to}; ${spellBytes(room)} free${room < (size ?? 0) ? ', TOO LITTLE' : ''}`);
	for (const each of old) tell(`${name}: would delete ${each}`);
}
