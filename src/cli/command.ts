// The frame of a command for whoever runs the instance: `--help`, one line per step, and exit codes that a timer can act on:
// 0 done, 1 refused or failed (nothing half done), 2 wrongly asked.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { readFileSync } from 'node:fs';
import { secretFile } from '../lib/ops/secret-file';
import { readSettings, type Settings } from '../lib/ops/settings';

export class UsageError extends Error {
	override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>['values'];

/** Runs a command and ends the process. Errors with a remedy are told in one sentence, all others with their trace. */
export async function runCommand<T extends Options>(
	usage: string,
	options: T,
	work: (values: Values<T>) => Promise<void>
): Promise<never> {
	try {
		if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) console.log(usage);
		else await work(parseArgs({ options, args: process.argv.slice(2) }).values as Values<T>);
		process.exit(0);
	} catch (error) {
		const misused = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
		if (misused) console.error(`\n${error.message}\n${usage}`);
		else console.error(error instanceof Error && 'remedy' in error ? `\n${error.message}\n` : error);
		process.exit(misused ? 2 : 1);
	}
}

/** The settings of the instance; what only a running server needs may be missing. */
export function readInstanceSettings(): Settings {
	const unused = { ORIGIN: 'http://localhost:3000', SECRET: 'not-used-by-this-command-not-used-by-this' };
	const { SECRET, SECRET_FILE, ...env } = process.env;
	return readSettings({ ...unused, ...env, ...(SECRET && { SECRET }), ...(SECRET_FILE && { SECRET_FILE }) });
}

/** Tells a step, with the time since the command began. */
export function tell(text: string): void {
	console.log(`${(performance.now() / 1000).toFixed(1).padStart(7)} s  ${text}`);
}

export function spellBytes(bytes: number): string {
	return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A secret from the file that an option names, from a variable or from its file (secret-file.ts); null where none is there. */
export function readSecret(name: string, file: string | undefined = secretFile(name, process.env)): string | null {
	if (!file) return process.env[name] || null;
	try {
		return readFileSync(file, 'utf8').trim();
	} catch {
		throw new UsageError(`${file} can't be read.`);
	}
}
