import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addToOutbox, emptyOutbox, flushOutbox } from './outbox';
import { eraseStorage, setSharedPhone } from './storage';

/** What the server would have received: bodies by id. */
let received: Record<string, unknown>[] = [];
let answer: () => Promise<Response>;

beforeEach(async () => {
	eraseStorage();
	await emptyOutbox();
	received = [];
	answer = async () => new Response(null, { status: 204 });
	vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, request) => {
		const response = await answer();
		if (response.ok) received.push(JSON.parse(String(request?.body)));
		return response;
	});
});

afterEach(() => vi.restoreAllMocks());

const offline = () => Promise.reject(new TypeError('no network'));

describe('the outbox', () => {
	it('sends at once, each event under a fresh id', async () => {
		await addToOutbox({ kind: 'start' });
		await addToOutbox({ kind: 'start' });
		await vi.waitFor(() => expect(received).toHaveLength(2));
		const ids = received.map(({ id }) => id);
		expect(new Set(ids).size).toBe(2);
		for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
	});

	it('keeps what could not be sent, and sends it once when the network is back', async () => {
		answer = offline;
		for (const node of ['a', 'b', 'c']) await addToOutbox({ node });
		await flushOutbox();
		expect(received).toEqual([]);
		answer = async () => new Response(null, { status: 204 });
		dispatchEvent(new Event('online'));
		await vi.waitFor(() => expect(received.map(({ node }) => node).sort()).toEqual(['a', 'b', 'c']));
		await flushOutbox();
		expect(received).toHaveLength(3);
	});

	it('tries again by itself when the server is busy', async () => {
		answer = async () => new Response(null, { status: 503 });
		await addToOutbox({ node: 'a' });
		await flushOutbox();
		answer = async () => new Response(null, { status: 204 });
		await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 8000 });
	});

	it.each([400, 404, 410, 413, 415, 422])('drops what will never be accepted (%i)', async (status) => {
		answer = async () => new Response(null, { status });
		await addToOutbox({ node: 'a' });
		await flushOutbox();
		const calls = vi.mocked(fetch).mock.calls.length;
		await flushOutbox();
		expect(vi.mocked(fetch).mock.calls.length).toBe(calls);
	});

	it('keeps nothing beyond the tab on a shared phone', async () => {
		setSharedPhone(true);
		answer = offline;
		await addToOutbox({ node: 'a' });
		await flushOutbox();
		const kept = await new Promise<number>((resolve) => {
			const opening = indexedDB.open('relais-outbox');
			opening.onsuccess = () => {
				const { result } = opening;
				if (!result.objectStoreNames.contains('events')) return resolve(0);
				const counting = result.transaction('events').objectStore('events').count();
				counting.onsuccess = () => resolve(counting.result);
			};
		});
		expect(kept).toBe(0);
		setSharedPhone(false);
	});
});
