import { describe, expect, it } from 'vitest';
import { newPlayState, playEventId, readPlayState, signPlayState, type PlayState } from './play-state.server';
import { sampleModule as module } from './sample-module';
import { beginGroupPlay, openServedPlay, type PlayQuery } from './served-play.server';

const secret = 'a secret for tests, thirty-two characters';
const groupKey = 'AAAAAAAAAAAAAAAAAAAAAA';

function open(query: Partial<PlayQuery>) {
	return openServedPlay(secret, module, { s: null, c: null, quiz: null, options: [], ...query });
}

function opened(query: Partial<PlayQuery>) {
	const opening = open(query);
	if (!opening.ok) throw new Error(opening.reason);
	return opening;
}

describe('the signed play', () => {
	const play: PlayState = {
		...newPlayState(module.graph, groupKey),
		path: ['chat', 'quiz'],
		later: true,
		endings: ['fin-hard']
	};
	const token = signPlayState(secret, play);

	it('comes back as it was signed, in characters that an address carries', () => {
		expect(readPlayState(secret, token, 'sample')).toEqual(play);
		expect(token).toMatch(/^[\w.~-]+$/);
		expect(encodeURIComponent(token)).toBe(token);
	});

	it.each([
		['another choice', token.replace('chat', 'quiz')],
		['a longer path', token.replace('chat.quiz', 'chat.quiz.fin-good')],
		['another group', token.replace(groupKey, 'BAAAAAAAAAAAAAAAAAAAAA')],
		['a first attempt', token.replace('~1~', '~0~')],
		['no signature', token.slice(0, token.lastIndexOf('~'))],
		['half a signature', token.slice(0, -4)],
		['a signature with something after it', `${token}A`],
		['another secret', signPlayState('another secret', play)],
		['another module', signPlayState(secret, { ...play, moduleId: 'other' })],
		['a part too many', signPlayState(secret, { ...play, endings: ['fin~fin'] })],
		['a path longer than any play', signPlayState(secret, { ...play, path: Array(401).fill('chat') })],
		['a text longer than any play', signPlayState(secret, { ...play, endings: ['x'.repeat(7000)] })],
		['nothing', ''],
		['noise', '~~~~~~~'],
		['a letter that is not ASCII', `${token.slice(0, -1)}é`]
	])('is refused with %s', (_name, text) => {
		expect(readPlayState(secret, text, 'sample')).toBeNull();
	});
});

describe('event ids', () => {
	const choice = { attempt: 'first', kind: 'choice', node: 'start', choice: 'chat' } as const;

	it('have the shape of a device’s random ids', () => {
		expect(playEventId(secret, 'nonce', choice)).toMatch(/^[A-Za-z0-9_-]{21}[AQgw]$/);
	});

	it('are one per node and attempt of a play, whatever was chosen', () => {
		const id = playEventId(secret, 'nonce', choice);
		expect(playEventId(secret, 'nonce', { ...choice, choice: 'quiz' })).toBe(id);
		expect(playEventId(secret, 'nonce', { ...choice, attempt: 'later' })).not.toBe(id);
		expect(playEventId(secret, 'other', choice)).not.toBe(id);
		expect(playEventId(secret, 'nonce', { attempt: 'first', kind: 'end', node: 'start' })).not.toBe(id);
	});
});

describe('a play in addresses', () => {
	it('goes from scene to scene to an ending and back', () => {
		const first = opened({ c: 'chat' });
		expect(first.served.path).toEqual(['chat']);
		const second = opened({ s: first.served.token, c: 'quiz' });
		const end = opened({ s: second.served.token, c: 'fin-good' });
		expect(end.served.endings).toEqual(['fin-good']);
		expect(opened({ s: end.served.undo! }).served).toMatchObject({ path: ['chat', 'quiz'], later: true });
		const other = opened({ s: end.served.replay, c: 'fin-hard' });
		expect(other.served.endings).toEqual(['fin-good', 'fin-hard']);
		expect(opened({ s: other.served.restart }).served).toMatchObject({
			path: [],
			later: true,
			endings: ['fin-good', 'fin-hard']
		});
	});

	it('counts nothing without a group', () => {
		expect(opened({ c: 'chat' }).events).toEqual([]);
	});

	it('counts each step of a group’s play once, on reload and back again too', () => {
		const token = beginGroupPlay(secret, module.graph, groupKey);
		expect(opened({ s: token }).events).toEqual([]);
		const first = opened({ s: token, c: 'chat' });
		expect(first.events.map(({ kind }) => kind)).toEqual(['start', 'choice']);
		expect(opened({ s: token, c: 'chat' }).events).toEqual(first.events);
		// The browser's back button and another choice: the same ids, so the store counts the first choice only.
		expect(opened({ s: token, c: 'quiz' }).events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
		const end = opened({ s: opened({ s: first.served.token, c: 'quiz' }).served.token, c: 'fin-hard' });
		expect(end.events.map(({ kind }) => kind)).toEqual(['choice', 'end']);
		expect(opened({ s: end.served.replay, c: 'fin-good' }).events).toMatchObject([
			{ attempt: 'later', kind: 'choice', node: 'quiz' },
			{ attempt: 'later', kind: 'end', node: 'fin-good' }
		]);
	});

	it('answers a quiz in place', () => {
		const { served } = opened({ c: 'quiz' });
		expect(opened({ s: served.token, quiz: 'qui', options: ['1.2'] }).served.quiz).toEqual({ id: 'qui', chosen: ['1.2'] });
		expect(opened({ s: served.token, quiz: 'qui' }).served.quiz).toEqual({ id: 'qui', chosen: [] });
	});

	const old = (change: Partial<PlayState>) => signPlayState(secret, { ...newPlayState(module.graph, null), ...change });

	it.each([
		['tampered', { s: 'noise' }],
		['tampered', { s: '' }],
		['old', { s: old({ moduleVersion: 1 }) }],
		['old', { s: old({ path: ['gone'] }) }],
		['unknown-choice', { c: 'gone' }],
		['unknown-choice', { c: 'constructor' }],
		['unknown-choice', { c: '' }],
		['unavailable', { s: old({ path: ['quiz'] }), c: 'fin-good' }],
		['unknown-choice', { s: old({ path: ['quiz', 'fin-hard'] }), c: 'chat' }],
		['unknown-quiz', { quiz: 'qui' }],
		['unknown-quiz', { s: old({ path: ['quiz'] }), quiz: 'qui', options: ['1.7'] }]
	])('refuses as %s: %j', (reason, query) => {
		expect(open(query)).toEqual({ ok: false, reason });
	});
});
