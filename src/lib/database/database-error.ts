// A database that can't be used, in a sentence for whoever runs the instance: which file or server, what is wrong, what to do.

export type DatabaseProblem =
	| 'folder-missing'
	| 'not-a-file'
	| 'read-only'
	| 'locked'
	| 'corrupt'
	| 'not-encrypted'
	| 'full'
	| 'disk'
	| 'newer-schema'
	| 'migrations-broken'
	| 'closed'
	/** A server of databases: doesn't answer; answered nothing to a commit; doesn't let us in; has no such database. */
	| 'unreachable'
	| 'uncertain'
	| 'refused'
	| 'not-found';

export class DatabaseError extends Error {
	override readonly name = 'DatabaseError';
	/** The message is `what` and `remedy` in one; start-up prints errors that have a remedy without their trace. */
	constructor(
		readonly problem: DatabaseProblem,
		what: string,
		readonly remedy: string,
		cause?: unknown
	) {
		super(`${what} ${remedy}`, { cause });
	}
}

/** The DatabaseError that an error is or, as with what drizzle reads, was caused by; null where there is none. */
export function findDatabaseError(error: unknown): DatabaseError | null {
	for (let at = error; at instanceof Error; at = at.cause) if (at instanceof DatabaseError) return at;
	return null;
}

/** SQLite's base result codes that speak of the file and not of the statement (https://sqlite.org/rescode.html). */
const known: Record<string, (file: string) => [DatabaseProblem, what: string, remedy: string]> = {
	SQLITE_BUSY: lockedBy,
	SQLITE_LOCKED: lockedBy,
	SQLITE_NOTADB: damaged,
	SQLITE_CORRUPT: damaged,
	SQLITE_READONLY: unwritable,
	SQLITE_PERM: unwritable,
	SQLITE_CANTOPEN: unwritable,
	SQLITE_AUTH: unwritable,
	SQLITE_FULL: noSpace,
	SQLITE_IOERR: (file) => ['disk', `Reading or writing ${file} failed.`, 'Check the disk: free space, health and mount.']
};

/** The error as a DatabaseError where the file is to blame; any other error comes back unchanged. */
export function describeDatabaseError(error: unknown, file: string): unknown {
	if (error instanceof DatabaseError) return error;
	const describe = known[sqliteCodeOf(error) ?? ''];
	if (describe) return new DatabaseError(...describe(file), error);
	return error;
}

/** Drizzle wraps the driver's error; the driver's own failure to open has no code, only a number in its message. */
function sqliteCodeOf(error: unknown): string | null {
	for (let at = error; at instanceof Error; at = at.cause) {
		if ('code' in at && typeof at.code === 'string' && at.code.startsWith('SQLITE_')) return at.code;
		if (at.message.startsWith('ConnectionFailed(')) return /: 26"?\)$/.test(at.message) ? 'SQLITE_NOTADB' : 'SQLITE_CANTOPEN';
	}
	return null;
}

function lockedBy(file: string): [DatabaseProblem, string, string] {
	return [
		'locked',
		`The database ${file} is locked by another program.`,
		'Stop the other Relais, backup or SQLite tool that has it open, then start again.'
	];
}

function damaged(file: string): [DatabaseProblem, string, string] {
	return [
		'corrupt',
		`The database ${file} is damaged, is not a database, or is encrypted with another key.`,
		'Set the key that it was encrypted with (ACCOUNTS_KEY); if there is none, keep a copy of it, put your last backup in its place, then start again.'
	];
}

function unwritable(file: string): [DatabaseProblem, string, string] {
	return [
		'read-only',
		`The database ${file} cannot be opened for writing.`,
		'Let the user that runs Relais read and write this file and its folder (chown, chmod), or set DATA_DIR to another folder.'
	];
}

function noSpace(file: string): [DatabaseProblem, string, string] {
	return ['full', `The disk that holds ${file} is full.`, 'Free some space; nothing that was acknowledged is lost.'];
}
