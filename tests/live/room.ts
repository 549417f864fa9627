// A live for a test over HTTP: its host's commands, its views, its phones.
import { expect, onTestFinished } from 'vitest';
import type { Command } from '../../src/lib/live/commands';
import { createLive } from '../../src/lib/live/lives.server';
import { signStaffToken, type StaffRole } from '../../src/lib/live/staff-token.server';
import type { HostView } from '../../src/lib/live/view';
import { temporaryFolder } from '../temporary';
import { ask, newKey } from './client';
import { samplePlan } from './content';
import { serveLives, testSecret, type ServedLives } from './serve';

/** Lives on an empty folder, gone with the test. */
export async function serve(options: { patience?: number } = {}): Promise<ServedLives> {
	const served = await serveLives({ folder: temporaryFolder(), ...options });
	onTestFinished(() => served.stop());
	return served;
}

/** What the tests read of a view, whoever's it is. */
export type View = Pick<HostView, 'seq' | 'phase' | 'answered' | 'lines'> & {
	results: { id: string; count: number | null }[];
	calls: { name: string }[];
	waiting: { id: string; words: string }[];
};

/** A live with a host who can move it. */
export async function openLive(served: ServedLives, plan: Partial<Record<keyof typeof samplePlan, unknown>> = {}) {
	const wanted = { groupId: 'g', organisationId: 'o', plan: { ...samplePlan, ...plan } as never };
	const { id, code } = await createLive(served.database, wanted, Date.now());
	const at = `${served.origin}/live/${code}`;
	const token = (role: StaffRole) => signStaffToken(testSecret, role, id, Date.now() + 3_600_000);
	const state = async (role: StaffRole) => (await ask('GET', `${at}/state`, { bearer: token(role) })).json?.view as View;
	const command = async (cmd: Command['cmd'], more: object = {}, role: StaffRole = 'coach') => {
		const { seq } = await state(role);
		return ask('POST', `${at}/commands`, { bearer: token(role), body: { cmd, ifSeq: seq, key: newKey(), ...more } });
	};
	const phone = async () => (await ask('POST', `${at}/join`, { body: {} })).cookie ?? '';
	return { id, code, at, token, state, command, phone };
}

/** At the first poll, open. */
export async function atPoll(served: ServedLives) {
	const live = await openLive(served);
	for (const cmd of ['begin', 'welcome', 'next', 'next', 'open'] as const) expect((await live.command(cmd)).status).toBe(200);
	return live;
}

export const answer = (at: string, cookie: string, a: string, n = 1, prompt = 'p1') =>
	ask('PUT', `${at}/answers/${prompt}`, { cookie, body: { a, n } });
