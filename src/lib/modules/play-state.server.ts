// A play without JavaScript lives in its address, sealed: nobody can invent steps, and who finds the address reads neither the
// group nor what was chosen before the last step in it. Nothing is kept on the server.
import { createHmac, randomBytes } from 'node:crypto';
import { seal, unseal } from '../ops/seal.server';
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

/** The play as a text for an address, which this instance alone can read. */
export function sealPlayState(secret: string, play: PlayState): string {
	const { moduleId, moduleVersion, path, nonce, groupKey, later, endings } = play;
	const parts = [moduleVersion, path.join('.'), nonce, groupKey ?? '', later ? 1 : 0, endings.join('.')];
	return seal(Buffer.from(parts.join('~')), secret, 'play', moduleId);
}

/** Reads a sealed play; null when the text is damaged, forged, sealed with another secret, or of another module. */
export function readPlayState(secret: string, token: string, moduleId: string): PlayState | null {
	const opened = token.length > maxLength ? null : unseal(token, secret, 'play', moduleId);
	if (opened === null) return null;
	const [version, path, nonce, groupKey, later, endings, ...rest] = Buffer.from(opened).toString().split('~');
	if (path === undefined || nonce === undefined || endings === undefined || rest.length > 0) return null;
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
	const digest = createHmac('sha256', secret).update(`play-event\0${nonce}/${place}`).digest();
	return digest.subarray(0, 16).toString('base64url');
}

function split(list: string): string[] {
	return list === '' ? [] : list.split('.');
}
