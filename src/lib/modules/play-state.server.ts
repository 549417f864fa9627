// A play without JavaScript lives in its address, signed so that nobody can invent steps: `version~path~…~signature`. Nothing
// is kept on the server. The parts are written plainly (ids, dots, tildes: all allowed in an address) to keep links short.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PlayEvent } from './play';

export interface PlayState {
	moduleId: string;
	moduleVersion: number;
	/** Choices taken so far. */
	path: string[];
	/** Random and different for every play; makes the ids of its events, so that a reload counts nothing twice. */
	nonce: string;
	/** The group that this play counts for. */
	groupKey: string | null;
	/** True after a step back or a replay: what follows is a later attempt. */
	later: boolean;
	/** Endings reached since the play began, replays included. */
	endings: string[];
}

/** Longer than any real play; what is longer was made to hurt. */
const maxLength = 6_000;
const maxPath = 400;

/** A new play, with a fresh nonce. */
export function newPlayState(module: { id: string; version: number }, groupKey: string | null): PlayState {
	const nonce = randomBytes(12).toString('base64url');
	return { moduleId: module.id, moduleVersion: module.version, path: [], nonce, groupKey, later: false, endings: [] };
}

/** The play as a text for an address, signed with the instance's secret. */
export function signPlayState(secret: string, play: PlayState): string {
	const { moduleId, moduleVersion, path, nonce, groupKey, later, endings } = play;
	const parts = [moduleId, moduleVersion, path.join('.'), nonce, groupKey ?? '', later ? 1 : 0, endings.join('.')];
	const text = parts.join('~');
	return `${text}~${sign(secret, 'play-state', text)}`;
}

/** Reads a signed play; null when the text is damaged, forged, signed with another secret, or of another module. */
export function readPlayState(secret: string, token: string, moduleId: string): PlayState | null {
	const cut = token.lastIndexOf('~');
	if (cut === -1 || token.length > maxLength) return null;
	const text = token.slice(0, cut);
	if (!isSame(token.slice(cut + 1), sign(secret, 'play-state', text))) return null;
	const [module, version, path, nonce, groupKey, later, endings, ...rest] = text.split('~');
	if (module !== moduleId || path === undefined || nonce === undefined || endings === undefined || rest.length > 0) return null;
	const choices = split(path);
	if (choices.length > maxPath) return null;
	return {
		moduleId,
		moduleVersion: Number(version),
		path: choices,
		nonce,
		groupKey: groupKey || null,
		later: later === '1',
		endings: split(endings)
	};
}

/**
 * The id of an event of a play, the same on every reload: 128 bits of HMAC-SHA256 in base64url (22 characters). A node's
 * choice counts once per play and attempt, so going back in the browser and choosing again adds nothing.
 */
export function playEventId(secret: string, nonce: string, event: PlayEvent): string {
	const place = event.kind === 'start' ? 'start' : `${event.attempt}/${event.kind}/${event.node}`;
	return sign(secret, 'play-event', `${nonce}/${place}`);
}

/** One secret, several uses: the purpose keeps a signature made for one from serving another. */
function sign(secret: string, purpose: string, text: string): string {
	const digest = createHmac('sha256', secret).update(`${purpose}\0${text}`).digest();
	return digest.subarray(0, 16).toString('base64url');
}

function isSame(given: string, expected: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}

function split(list: string): string[] {
	return list === '' ? [] : list.split('.');
}
