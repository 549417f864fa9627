// Lines for whoever runs the instance: JSON on standard output. No address, user agent, query string, name or typed word:
// a field that is not on the list below is dropped, and the line says which, so that the list is widened on purpose.
import { pino, type DestinationStream, type Logger } from 'pino';

const fields = ['id', 'method', 'route', 'status', 'ms', 'error', 'counts', 'database', 'problem', 'version', 'demo'];

/** A log that writes lines at or above the level; to standard output unless told otherwise. */
export function createLog(level: string, destination?: DestinationStream): Logger {
	const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }), log: keepKnownFields } };
	return destination ? pino(options, destination) : pino(options);
}

function keepKnownFields(line: object): Record<string, unknown> {
	const entries = Object.entries(line);
	const kept = entries.filter(([name]) => fields.includes(name)).map(([name, value]) => [name, describe(value)]);
	const dropped = entries.map(([name]) => name).filter((name) => !fields.includes(name));
	return { ...Object.fromEntries(kept), ...(dropped.length > 0 ? { dropped } : {}) };
}

/** Errors lose their message: drizzle's holds the values of the query that failed. */
function describe(value: unknown): unknown {
	if (!(value instanceof Error)) return value;
	const stack = (value.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
	return { name: value.name, stack: stack.slice(0, 8).map((line) => line.trim()) };
}
