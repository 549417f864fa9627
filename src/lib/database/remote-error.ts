// What a server of databases answers, or doesn't, in a sentence for whoever runs the instance.
import { DatabaseError, describeDatabaseError } from './database-error';

/** Codes of the driver for a stream that the server, or the way to it, has lost. */
const lost = /^(HRANA_|STREAM_EXPIRED|TRANSACTION_CLOSED|SERVER_ERROR|UNKNOWN)/;

/** The error as a DatabaseError where the server at `name` is to blame; any other comes back unchanged. */
export function describeRemoteError(error: unknown, name: string, committing = false): unknown {
	if (error instanceof DatabaseError) return error;
	for (let at = error; at instanceof Error; at = at.cause) {
		const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
		const status = /Server returned HTTP status (\d{3})/.exec(at.message)?.[1];
		if (status === '401' || status === '403' || code === 'SQLITE_AUTH' || /^AUTH_/.test(code)) return notLetIn(name, error);
		if (status === '404') return notFound(name, error);
		if (code === 'TRANSACTION_TIMEOUT' || code.startsWith('SQLITE_BUSY')) return held(name, error);
		const silent = at.message === 'fetch failed' || at.name === 'TimeoutError' || at.name === 'AbortError';
		if (silent || lost.test(code)) return committing ? uncertain(name, error) : unreachable(name, error);
	}
	return describeDatabaseError(error, name);
}

export function unreachable(name: string, cause?: unknown): DatabaseError {
	const remedy = 'Start it, or set DATABASE_URL to where it is; nothing that was acknowledged is lost.';
	return new DatabaseError('unreachable', `The database server at ${name} does not answer.`, remedy, cause);
}

export function notLetIn(name: string, cause?: unknown): DatabaseError {
	const remedy = 'Set DATABASE_AUTH_TOKEN to a token of that server that may read and write.';
	return new DatabaseError('refused', `The database server at ${name} does not let this instance in.`, remedy, cause);
}

function uncertain(name: string, cause: unknown): DatabaseError {
	const what = `The database server at ${name} went away before it said whether the last change was kept.`;
	return new DatabaseError('uncertain', what, 'Look whether it was before you repeat it.', cause);
}

function notFound(name: string, cause: unknown): DatabaseError {
	const remedy = 'Create it there (docs/operate.md says how), or correct DATABASE_URL.';
	return new DatabaseError('not-found', `The database server has no database ${name}.`, remedy, cause);
}

function held(name: string, cause: unknown): DatabaseError {
	const remedy = 'Wait until the other process has finished its long write, then try again.';
	return new DatabaseError('locked', `The database ${name} is held by another process.`, remedy, cause);
}
