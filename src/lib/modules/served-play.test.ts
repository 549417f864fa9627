import { describe, expect, it } from 'vitest';
import { seal } from '../ops/seal.server';
import { newPlayState, playEventId, readPlayState, sealPlayState, type PlayState } from './play-state.server';
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

describe('the sealed play', () => {
	const play: PlayState = {
		...newPlayState(module.graph, groupKey),
		path: ['chat', 'quiz'],
		later: true,
		endings: ['fin-hard']
	};
	const token = sealPlayState(secret, play);
	const altered = (at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);

	it('comes back as it was sealed, in characters that an address carries', () => {
		expect(readPlayState(secret, token, 'sample')).toEqual(play);
		expect(encodeURIComponent(token)).toBe(token);
	});

	it('tells nobody else a choice, an ending or the group', () => {
		const bytes = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
		for (const told of ['chat', 'quiz', 'fin-hard', groupKey]) expect(token + bytes.join(), told).not.toContain(told);
	});

	it.each([
		['a letter changed in its first part', altered(5)],
		['a letter changed in its middle', altered(token.length >> 1)],
		['a letter changed at its end', altered(token.length - 2)],
		['half of it', token.slice(0, token.length >> 1)],
		['something after it', `${token}AAAA`],
		['another secret', sealPlayState('another secret', play)],
		['another module', sealPlayState(secret, { ...play, moduleId: 'other' })],
		['a part too many', sealPlayState(secret, { ...play, endings: ['fin~fin'] })],
		['a part missing', seal(Buffer.from('2~chat'), secret, 'play', 'sample')],
		['what was sealed for another purpose', seal(Buffer.from('2~chat~n~~0~'), secret, 'second factor', 'sample')],
		['a path longer than any play', sealPlayState(secret, { ...play, path: Array(401).fill('chat') })],
		['a text longer than any play', sealPlayState(secret, { ...play, endings: ['x'.repeat(7000)] })],
		['nothing', ''],
		['noise', 'v1.~~~~~~~'],
		['a letter that is not ASCII', `${token.slice(0, -2)}éé`]
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

	const old = (change: Partial<PlayState>) => sealPlayState(secret, { ...newPlayState(module.graph, null), ...change });

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
